using System.Text.Json.Serialization;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>What the owner of a plan added to its steps.</summary>
internal sealed record Callout : Resource
{
    public required string Name { get; init; }

    public required string Content { get; init; }

    public required CalloutType CalloutType { get; init; }

    /// <summary>0 to 59999.</summary>
    public required int TimeoutSeconds { get; init; }

    public required CalloutStepType StepType { get; init; }

    public required string Id { get; init; }
}

/// <summary>What a callout is.</summary>
internal interface ICalloutSpec
{
    /// <summary>Its name.</summary>
    string? Name { get; }

    /// <summary>The command, or the text of the prompt.</summary>
    string? Content { get; }

    /// <summary>What it does.</summary>
    CalloutType? CalloutType { get; }

    /// <summary>How long a command may take.</summary>
    int? TimeoutSeconds { get; }
}

/// <summary>What a callout to be added is, and where: the position in the list of the steps.</summary>
internal sealed record CalloutCreateSpec(string? Name, string? Content, CalloutType? CalloutType, int? TimeoutSeconds, int? Position) : ICalloutSpec;

/// <summary>What a callout is to become.</summary>
internal sealed record CalloutModifySpec(string? Name, string? Content, CalloutType? CalloutType, int? TimeoutSeconds) : ICalloutSpec;

/// <summary>A prompt that a run waits at.</summary>
internal sealed record UserPrompt : Resource
{
    public required string Id { get; init; }

    /// <summary>Milliseconds of Unix time.</summary>
    public required long RaisedTime { get; init; }

    public required string Description { get; init; }

    public required string CalloutId { get; init; }

    public required string PromptText { get; init; }
}

/// <summary>What a callout does.</summary>
[JsonConverter(typeof(UpperWordConverter<CalloutType>))]
internal enum CalloutType
{
    Prompt,
    RunOnVm,
    RunOnSrmServer,
}

/// <summary>Where a callout belongs.</summary>
[JsonConverter(typeof(UpperWordConverter<CalloutStepType>))]
internal enum CalloutStepType
{
    PrePowerOn,
    PostPowerOn,
    RecoveryStep,
}
