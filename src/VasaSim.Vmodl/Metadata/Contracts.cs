using System.Collections.Frozen;

namespace VasaSim.Vmodl;

/// <summary>The contracts that this assembly declares.</summary>
public static class Contracts
{
    private static readonly FrozenDictionary<string, DataTypeInfo> DataTypes =
        Sms.DataTypes.Concat(Vim.DataTypes).ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<string, DataTypeInfo>.AlternateLookup<ReadOnlySpan<char>> DataTypesBySpan =
        DataTypes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, EnumInfo> Enums =
        Sms.Enums.Concat(Vim.Enums).ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<string, EnumInfo>.AlternateLookup<ReadOnlySpan<char>> EnumsBySpan =
        Enums.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The Storage Monitoring Service.</summary>
    public static ServiceContract Sms => ContractModel.SmsService;

    /// <summary>The part of the vSphere API that clients of SMS need beside it.</summary>
    public static ServiceContract Vim => ContractModel.VimService;

    /// <summary>
    /// Returns the data object type or fault of this name, or null. Names are unique across the services.
    /// </summary>
    public static DataTypeInfo? FindDataType(ReadOnlySpan<char> name) =>
        DataTypesBySpan.TryGetValue(name, out var type) ? type : null;

    /// <summary>Returns the enumeration of this name, or null. Names are unique across the services.</summary>
    public static EnumInfo? FindEnum(ReadOnlySpan<char> name) =>
        EnumsBySpan.TryGetValue(name, out var type) ? type : null;
}
