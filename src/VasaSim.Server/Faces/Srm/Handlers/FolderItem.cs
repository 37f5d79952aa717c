namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>A folder, or something in one, with the ids that clients have.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path from the root on.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Parent">The folder that it is in; null for the root.</param>
internal sealed record FolderItem(string Id, string Name, string Path, bool IsFolder, string? Parent);
