namespace VasaSim.Configuration;

/// <summary>Something that is wrong with a file that somebody wrote.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">The column, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Message">What is wrong, which values are legal and, where one is close, what may have been meant.</param>
public sealed record FileProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The JSON pointer to the value, where one was asked for.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>One line for people: <c>file:line:column  message</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}:{Column}  {Message}" : $"{File}  {Message}";
}
