namespace VasaSim.Vmodl.Tests.Samples;

/// <summary>Every method of both services, as data for tests.</summary>
internal static class Operations
{
    public static IEnumerable<OperationInfo> All => Contracts.Sms.Operations.Concat(Contracts.Vim.Operations);

    public static OperationInfo Find(string service, string name) =>
        (service == "sms" ? Contracts.Sms : Contracts.Vim).FindOperation(name)!;

    public static TheoryData<string, string, bool> ByName()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var operation in All)
        {
            data.Add(operation.Service.Name, operation.Name, true);
            data.Add(operation.Service.Name, operation.Name, false);
        }
        return data;
    }

    public static TheoryData<string> Faults()
    {
        var data = new TheoryData<string>();
        foreach (var type in Contracts.Sms.DataTypes.Concat(Contracts.Vim.DataTypes).Where(type => type.IsFault))
            data.Add(type.Name);
        return data;
    }
}
