using System.Globalization;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says callouts and prompts in the API's words, and reads them.</summary>
internal static class CalloutTranslation
{
    private const int LongestTimeout = 59999;

    /// <summary>A callout of a plan or of one of its machines.</summary>
    public static Callout ToWire(this PlanCallout callout, RecoveryPlan plan) => new()
    {
        Name = callout.Name,
        Content = callout.Content,
        CalloutType = callout.Kind switch
        {
            CalloutKind.Prompt => CalloutType.Prompt,
            CalloutKind.RunOnMachine => CalloutType.RunOnVm,
            _ => CalloutType.RunOnSrmServer,
        },
        TimeoutSeconds = (int)callout.Timeout.TotalSeconds,
        StepType = CalloutPlace.Of(plan, callout) switch
        {
            { Machine: null } => CalloutStepType.RecoveryStep,
            { BeforePowerOn: true } => CalloutStepType.PrePowerOn,
            _ => CalloutStepType.PostPowerOn,
        },
        Id = callout.Id,
    };

    /// <summary>The prompt of a step that a run waits at.</summary>
    public static UserPrompt ToPrompt(this PlanStep step) => new()
    {
        Id = step.Callout!.Id,
        RaisedTime = step.Started!.Value.ToUnixTimeMilliseconds(),
        Description = step.Callout.Name,
        CalloutId = step.Callout.Id,
        PromptText = step.Callout.Content,
    };

    /// <summary>Reads what a callout is.</summary>
    /// <param name="spec">What was sent.</param>
    /// <param name="id">The callout's id; empty for one to be added.</param>
    /// <param name="callout">The callout, which is nowhere yet; null when something is wrong.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? Read(ICalloutSpec spec, string id, out PlanCallout? callout)
    {
        callout = null;
        if ((string.IsNullOrEmpty(spec.Name) ? "name" : string.IsNullOrEmpty(spec.Content) ? "content" : spec.CalloutType is null ? "callout_type" : null) is { } missing)
        {
            return $"'{missing}' is missing.";
        }

        if (spec.TimeoutSeconds is not (>= 0 and <= LongestTimeout))
        {
            return string.Create(CultureInfo.InvariantCulture, $"'timeout_seconds' is not legal; legal is a whole number from 0 to {LongestTimeout}.");
        }

        callout = new PlanCallout
        {
            Id = id,
            Name = spec.Name!,
            Content = spec.Content!,
            Kind = spec.CalloutType switch
            {
                CalloutType.Prompt => CalloutKind.Prompt,
                CalloutType.RunOnVm => CalloutKind.RunOnMachine,
                _ => CalloutKind.RunOnServer,
            },
            Timeout = TimeSpan.FromSeconds(spec.TimeoutSeconds.Value),
        };
        return null;
    }
}
