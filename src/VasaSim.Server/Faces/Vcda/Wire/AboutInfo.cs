namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What answers here.</summary>
/// <param name="ServiceType">Always <c>Cloud</c>.</param>
/// <param name="ProductName">The product.</param>
/// <param name="BuildVersion">Its version; clients compare its begin.</param>
/// <param name="BuildDate">When it was built, in milliseconds of Unix time.</param>
internal sealed record AboutInfo(string ServiceType, string ProductName, string BuildVersion, long BuildDate);

/// <summary>How the service is.</summary>
internal sealed record HealthInfo(string ProductName, string BuildVersion, long BuildDate, string InstanceId, IReadOnlyList<SiteInfo> Sites);
