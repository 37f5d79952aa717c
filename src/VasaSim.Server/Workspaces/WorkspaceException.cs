namespace VasaSim.Server.Workspaces;

/// <summary>The options do not fit together, or do not fit the stored world. The message says what to do.</summary>
public sealed class WorkspaceException(string message) : Exception(message);
