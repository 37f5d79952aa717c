namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What a task does, and to what.</summary>
/// <param name="Type">What it does, such as <c>sync</c>.</param>
/// <param name="ResourceType">What it does it to: <c>vmReplication</c> or <c>vappReplication</c>.</param>
/// <param name="ResourceId">The id of that.</param>
/// <param name="ResourceName">Its name.</param>
internal sealed record WorkflowInfo(string Type, string ResourceType, string? ResourceId, string? ResourceName);
