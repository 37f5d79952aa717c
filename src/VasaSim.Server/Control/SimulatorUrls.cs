using VasaSim.Server.Faces.Srm;

namespace VasaSim.Server.Control;

/// <summary>Where clients find what, below the address of the product port.</summary>
public static class SimulatorUrls
{
    /// <summary>SMS over SOAP.</summary>
    public static string Sms(Uri product) => At(product, "sms/sdk");

    /// <summary>vim25 over SOAP.</summary>
    public static string Vim(Uri product) => At(product, "sdk");

    /// <summary>SMS over VI JSON, in the release that is simulated.</summary>
    public static string Json(Uri product) => At(product, "sdk/vim25/8.0.3.0/sms");

    /// <summary>Site Recovery Manager over REST, below the address of a site's port; the version comes behind it.</summary>
    public static string Srm(Uri port) => At(port, SrmFace.Root);

    internal static UrlReport Report(Uri product, Uri? vcda, Uri? srmPeer, string control) => new(
        Sms(product),
        Vim(product),
        Json(product),
        control,
        vcda?.GetLeftPart(UriPartial.Authority),
        srmPeer is null ? null : Srm(product),
        srmPeer is null ? null : Srm(srmPeer));

    private static string At(Uri product, string path) => new Uri(product, path).AbsoluteUri;
}
