using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider is not active for what was asked; another one is.</summary>
[DataObject(Since = "6.5")]
public sealed partial class InactiveProvider : MethodFault
{
    /// <summary>Which provider is active for which fault domains.</summary>
    public IReadOnlyList<FaultDomainProviderMapping>? Mapping { get; init; }
}
