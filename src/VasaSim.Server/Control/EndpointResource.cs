using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The processes behind the providers' URLs.</summary>
internal sealed class EndpointResource(Workspace workspace)
    : WorldResource<ProviderEndpoint, EndpointReport, EndpointList>(workspace, ControlJson.Readable.EndpointReport, ControlJson.Readable.EndpointList)
{
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    protected override EndpointList List(World world, RequestQuery query) => new([.. world.Endpoints.Select(e => EndpointReport.Of(world, e))]);

    protected override ProviderEndpoint? Find(World world, ControlRequest request) => world.FindEndpoint(request.Route("id"));

    protected override Reply Unknown(World world, ControlRequest request) =>
        Reply.NotFound($"There is no provider process '{request.Route("id")}'.", world.Endpoints.Select(e => e.Id));

    protected override EndpointReport Report(World world, ProviderEndpoint entity) => EndpointReport.Of(world, entity);

    protected override Reply Change(World world, ProviderEndpoint entity, ControlRequest request)
    {
        EndpointPatch patch = Read(request.Body);
        return request.Close() ?? Answer(world, EndpointControl.Set(world, entity, patch));
    }

    private static EndpointPatch Read(JsonBody body)
    {
        bool issues = body.IsNull("caFaultCode");
        return new()
        {
            Reachable = body.Flag("reachable"),
            UserName = body.Text("userName"),
            Password = body.Text("password"),
            CaImported = body.Flag("caImported"),
            FailSync = body.Flag("failSync"),
            FailUnregister = body.Flag("failUnregister"),
            FailRefresh = body.Flag("failRefresh"),
            FailRevoke = body.Flag("failRevoke"),
            CaIssues = issues,
            CaFaultCode = issues ? null : (int?)body.Whole("caFaultCode", int.MinValue, int.MaxValue),
            Certificate = ReadCertificate(body),
        };
    }

    private static CertificatePatch? ReadCertificate(JsonBody body)
    {
        if (body.Child("certificate") is not { } certificate)
        {
            if (body.Has("certificate"))
            {
                body.Problem("certificate", "the value is not legal", "an object; {} for a new one that is valid for a year");
            }

            return null;
        }

        CertificatePatch patch = new(
            certificate.Text("host"),
            certificate.Duration("validFor") ?? _year,
            certificate.Flag("revoked") ?? false,
            certificate.Flag("malformed") ?? false);
        certificate.Close();
        return patch;
    }
}
