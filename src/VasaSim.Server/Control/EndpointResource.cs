using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The processes behind the providers' URLs.</summary>
internal sealed class EndpointResource(Workspace workspace)
{
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    public async ValueTask<Reply> ListAsync(HttpContext http) => Reply.Ok(
        await workspace.RunAsync(static world => new EndpointList([.. world.Endpoints.Select(e => EndpointReport.Of(world, e))])),
        ControlJson.Readable.EndpointList);

    public ValueTask<Reply> ShowAsync(HttpContext http) => workspace.RunAsync(IdOf(http), static (world, id) =>
        world.FindEndpoint(id) is { } endpoint ? Answer(world, endpoint) : Unknown(world, id));

    public async ValueTask<Reply> ChangeAsync(HttpContext http)
    {
        (JsonBody? body, Reply? refusal) = await RequestBody.ReadAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        EndpointPatch patch = Read(body);
        return await workspace.RunAsync((Id: IdOf(http), Patch: patch, body.Problems), static (world, s) =>
            world.FindEndpoint(s.Id) is not { } endpoint ? Unknown(world, s.Id)
            : s.Problems.Count > 0 ? Reply.Invalid(s.Problems)
            : Answer(world, EndpointControl.Set(world, endpoint, s.Patch)));
    }

    private static EndpointPatch Read(JsonBody body)
    {
        bool issues = body.IsNull("caFaultCode");
        EndpointPatch patch = new()
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
        body.Close();
        return patch;
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

    private static string IdOf(HttpContext http) => (string)http.GetRouteValue("id")!;

    private static Reply Unknown(World world, string id) =>
        Reply.NotFound($"There is no provider process '{id}'.", world.Endpoints.Select(e => e.Id));

    private static Reply Answer(World world, ProviderEndpoint endpoint) =>
        Reply.Ok(EndpointReport.Of(world, endpoint), ControlJson.Readable.EndpointReport);
}
