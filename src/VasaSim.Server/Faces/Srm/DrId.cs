namespace VasaSim.Server.Faces.Srm;

/// <summary>An id of an object, written with colons between its parts.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Value">Which; there may be colons in it.</param>
/// <param name="Server">The UUID of the server that has it.</param>
internal readonly record struct DrId(string Type, string Value, string Server)
{
    /// <summary>Reads an id; null: it is none.</summary>
    public static DrId? Parse(string? text)
    {
        int first = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        int last = text?.LastIndexOf(':') ?? -1;
        return first > 0 && last > first + 1 && last < text!.Length - 1 ? new(text[..first], text[(first + 1)..last], text[(last + 1)..]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Type}:{Value}:{Server}";
}
