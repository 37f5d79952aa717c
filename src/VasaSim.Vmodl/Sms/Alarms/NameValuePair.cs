namespace VasaSim.Vmodl.Sms;

/// <summary>A parameter of an alarm's message.</summary>
[DataObject(Since = "6.5")]
public sealed partial class NameValuePair : DataObject
{
    public required string ParameterName { get; init; }

    public required string ParameterValue { get; init; }
}
