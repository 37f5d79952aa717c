namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>The texts that protection groups and recovery plans have.</summary>
internal static class ItemText
{
    private const int LongestName = 80;
    private const int LongestDescription = 4096;

    /// <summary>What is wrong with a name and a description; null: nothing. A description may be left out.</summary>
    public static string? Problem(string? name, string? description) =>
        name is not { Length: > 0 and <= LongestName } ? $"'name' is not legal; legal is a text of up to {LongestName} characters."
        : description?.Length > LongestDescription ? $"'description' is not legal; legal is a text of up to {LongestDescription} characters."
        : null;
}
