namespace VasaSim.Vmodl.Vim;

/// <summary>A processor's identification registers.</summary>
[DataObject(Since = "2.0")]
public sealed partial class HostCpuIdInfo : DataObject
{
    public required int Level { get; init; }

    public string? Vendor { get; init; }

    public string? Eax { get; init; }

    public string? Ebx { get; init; }

    public string? Ecx { get; init; }

    public string? Edx { get; init; }
}
