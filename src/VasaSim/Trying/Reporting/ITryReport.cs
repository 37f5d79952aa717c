namespace VasaSim.Trying.Reporting;

/// <summary>Takes down what a workflow did. Disposing it ends the report.</summary>
internal interface ITryReport : IDisposable
{
    /// <summary>A call was made.</summary>
    void Call(CallRecord call);

    /// <summary>Something was found out.</summary>
    /// <param name="name">What the rows are, such as <c>groups</c>.</param>
    /// <param name="columns">What a row has, each in one word.</param>
    /// <param name="rows">The rows; <c>-</c> for nothing.</param>
    void Table(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows);
}
