using VasaSim.Core.Recovery.Operations.Laws;

namespace VasaSim.Core.Recovery.Operations;

/// <summary>The law of each operation on a group that there is.</summary>
internal static class ProtectionLawBook
{
    private static readonly ConfigureLaw _configure = new();
    private static readonly RestorePlaceholderLaw _restore = new();
    private static readonly RemoveProtectionLaw _removeProtection = new();
    private static readonly RemoveFromGroupLaw _removeFromGroup = new();
    private static readonly ReconfigureGroupLaw _reconfigure = new();
    private static readonly DeleteGroupLaw _delete = new();

    public static ProtectionLaw Of(ProtectionOperation operation) => operation switch
    {
        ProtectionOperation.Configure or ProtectionOperation.ConfigureAll => _configure,
        ProtectionOperation.RestorePlaceholders => _restore,
        ProtectionOperation.RemoveProtection => _removeProtection,
        ProtectionOperation.RemoveFromGroup => _removeFromGroup,
        ProtectionOperation.ReconfigureGroup => _reconfigure,
        ProtectionOperation.DeleteGroup => _delete,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
