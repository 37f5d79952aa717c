namespace VasaSim.Server.Sessions;

/// <summary>The APIs that have sessions of their own: one of them is nothing to the others.</summary>
public static class SessionRealms
{
    /// <summary>vCenter's, which the Storage Monitoring Service takes too.</summary>
    public const string VCenter = "vcenter";

    /// <summary>That of the API for cloud replications.</summary>
    public const string Vcda = "vcda";

    /// <summary>That of a site's Site Recovery Manager.</summary>
    public static string SrmAt(string site) => $"srm|{site}";
}
