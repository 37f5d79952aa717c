using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Faces.Soap;
using VasaSim.Server.Faces.Srm;
using VasaSim.Server.Faces.Vim;
using VasaSim.Server.Faces.ViJson;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces;

/// <summary>The paths of the product port. It answers as a vCenter does and says nothing of being simulated.</summary>
internal sealed class ProductEndpoints
{
    private readonly SoapFace _sms;
    private readonly SoapFace _vim;
    private readonly DescriptionFace _descriptions;
    private readonly ViJsonFace _json;
    private readonly HelloFace _hello;
    private readonly OpenApiFace _openApi;
    private readonly SrmFace? _srm;

    private ProductEndpoints(VmodlService sms, VmodlService vim, CallPipeline pipeline, Workspace workspace, SimulatorOptions options, SrmScope? srm)
    {
        ApiVersion newest = ApiVersion.Parse(workspace.Knobs.ApiVersion);
        Releases releases = new(newest);
        _sms = new(sms, pipeline, workspace, options.Limits, options.Tls);
        _vim = new(vim, pipeline, workspace, options.Limits, options.Tls);
        _descriptions = new(newest);
        _json = new([sms, vim], pipeline, workspace, options.Limits, releases);
        _hello = new(releases, options.Limits);
        _openApi = new(releases);
        _srm = srm is null ? null : new(srm, pipeline, workspace, options.Limits);
    }

    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options, CallPipeline pipeline, SrmScope? srm)
    {
        VimService vim = new(application.Lifetime.ApplicationStopping);
        ProductEndpoints endpoints = new(new SmsService(), vim, pipeline, workspace, options, srm);
        application.Run(http => workspace.Journal.AroundAsync(http, workspace, endpoints.ServeAsync));
    }

    private Task ServeAsync(HttpContext http)
    {
        SoapFace? face = http.Request.Path.Value switch
        {
            "/sms/sdk" => _sms,
            "/sdk" or "/sdk/" => _vim,
            _ => null,
        };
        string method = http.Request.Method;
        if (face is not null && HttpMethods.IsPost(method))
        {
            return face.HandleAsync(http);
        }

        bool reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        Task? served = reads ? _descriptions.TryServe(http) ?? _openApi.TryServe(http) : null;
        served ??= _json.TryServe(http) ?? _hello.TryServe(http) ?? _srm?.TryServe(http);
        if (served is not null)
        {
            return served;
        }

        http.Response.StatusCode = face is null ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = face is null ? default : HttpMethods.Post;
        return Task.CompletedTask;
    }
}
