namespace VasaSim.Core.Recovery.Operations;

/// <summary>A machine that a task works on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name: all that is left to know it by when the vCenter loses it meanwhile.</param>
public sealed record MachineAtWork(string Id, string Name);
