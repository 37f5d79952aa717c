using VasaSim.Configuration;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>What a server told of its providers and their groups when it was asked, from the top down.</summary>
/// <param name="Manager">The object that knows the providers.</param>
/// <param name="Providers">The registered providers.</param>
/// <param name="Groups">The groups of the providers that answered.</param>
/// <param name="Silent">Why the other providers did not tell theirs.</param>
internal sealed record StorageView(
    ManagedObjectReference Manager, IReadOnlyList<ManagedObjectReference> Providers, IReadOnlyList<KnownGroup> Groups, IReadOnlyList<string> Silent)
{
    private static readonly ManagedObjectReference _serviceInstance = new("SmsServiceInstance", "ServiceInstance");

    /// <summary>Asks a server, after logging in.</summary>
    /// <exception cref="CommandException">It does not tell even its providers.</exception>
    public static async Task<StorageView> FindAsync(SmsClient client, CancellationToken cancellation)
    {
        await client.LogInAsync(cancellation);
        ManagedObjectReference manager = (await client.NeedAsync(_serviceInstance, new QueryStorageManagerRequest(), cancellation)).Result
            as ManagedObjectReference ?? throw new CommandException(ExitCode.Failed, "QueryStorageManager names no object.");
        IReadOnlyList<ManagedObjectReference> providers =
            (await client.NeedAsync(manager, new QueryProviderRequest(), cancellation)).Items<ManagedObjectReference>();
        List<KnownGroup> groups = [];
        List<string> silent = [];
        foreach (ManagedObjectReference provider in providers)
        {
            // One that is standby or offline does not tell; another one may have its groups.
            Wire.Answer answer = await client.CallAsync(provider, new QueryReplicationGroupRequest(), [], cancellation);
            groups.AddRange(answer.Items<GroupOperationResult>()
                .Select(r => new KnownGroup(GroupKey.Of(r.GroupId), provider, (r as QueryReplicationGroupSuccessResult)?.RgInfo)));
            if (!answer.IsOk)
            {
                silent.Add($"{provider.Value}: {FaultText.Of(answer)}");
            }
        }

        return new StorageView(manager, providers, groups, silent);
    }

    public KnownGroup? Find(GroupKey key) => Groups.FirstOrDefault(g => g.Key == key);

    /// <summary>The groups that a user names, each once.</summary>
    /// <exception cref="CommandException">There is no such group, or there are several.</exception>
    public IReadOnlyList<KnownGroup> Resolve(IReadOnlyList<string> names) => [.. names.Select(Resolve).DistinctBy(g => g.Key)];

    private KnownGroup Resolve(string name) => Groups.Where(g => g.Key.IsNamed(name)).DistinctBy(g => g.Key).ToArray() switch
    {
        [var group] => group,
        [] => throw new CommandException(ExitCode.Usage, Unknown(name)),
        var several => throw new CommandException(
            ExitCode.Usage, $"There is more than one group '{name}'; say which: {string.Join(", ", several.Select(g => g.Key))}."),
    };

    private string Unknown(string name) => string.Join(
        Environment.NewLine,
        [
            $"There is no group '{name}'{DidYouMean.Hint(name, [.. Groups.Select(g => g.Key.DeviceGroup)])}.",
            $"  groups: {Client.Reports.ListOf(Groups.Select(g => g.Key.ToString()))}",
            .. Silent.Select(s => $"  not told by {s}"),
        ]);
}
