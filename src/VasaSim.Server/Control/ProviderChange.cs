using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>Reads what a body says is to be changed of a provider.</summary>
internal static class ProviderChange
{
    /// <summary>The patch of a provider, of whose limits those that are not named stay.</summary>
    public static ProviderPatch Read(JsonBody body, Provider provider) => new()
    {
        Status = body.Choice("status", ProviderWords.Statuses),
        Busy = body.Flag("busy"),
        OutOfResource = body.Flag("outOfResource"),
        NotImplemented = body.Words("notImplemented", [.. ProviderWords.Methods.Select(m => m.Name)]),
        ReverseIds = body.Choice("reverseIds", ProviderWords.ReverseIds),
        ForceSupported = body.Flag("forceSupported"),
        MaxBatchSize = BatchChange.Read(body, "maxBatchSize")?.Of(provider.MaxBatchSize),
    };
}
