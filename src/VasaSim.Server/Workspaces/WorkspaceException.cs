namespace VasaSim.Server.Workspaces;

/// <summary>The options do not fit together, do not fit the stored world, or name a file that is not legal. The message says what to do.</summary>
public sealed class WorkspaceException(string message) : Exception(message);
