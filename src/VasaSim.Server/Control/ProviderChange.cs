using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Lab.Reading;

namespace VasaSim.Server.Control;

/// <summary>What a body says is to be changed of a provider.</summary>
internal sealed record ProviderChange(ProviderPatch Patch, BatchChange? Limits)
{
    /// <summary>Reads and closes the body.</summary>
    public static ProviderChange Read(JsonBody body)
    {
        ProviderPatch patch = new()
        {
            Status = body.Choice("status", ProviderWords.Statuses),
            Busy = body.Flag("busy"),
            OutOfResource = body.Flag("outOfResource"),
            NotImplemented = body.Words("notImplemented", [.. ProviderWords.Methods.Select(m => m.Name)]),
            ReverseIds = body.Choice("reverseIds", ProviderWords.ReverseIds),
            ForceSupported = body.Flag("forceSupported"),
        };
        BatchChange? limits = BatchChange.Read(body, "maxBatchSize");
        body.Close();
        return new ProviderChange(patch, limits);
    }

    /// <summary>The patch of a provider, of whose limits those that are not named stay.</summary>
    public ProviderPatch For(Provider provider) => Patch with { MaxBatchSize = Limits?.Of(provider.MaxBatchSize) };
}
