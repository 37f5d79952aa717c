using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Faces.Soap;
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
    private readonly ViJsonFace _json;
    private readonly HelloFace _hello;
    private readonly DescriptionFace _descriptions;

    private ProductEndpoints(SoapFace sms, SoapFace vim, ViJsonFace json, HelloFace hello, DescriptionFace descriptions) =>
        (_sms, _vim, _json, _hello, _descriptions) = (sms, vim, json, hello, descriptions);

    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options)
    {
        CallPipeline pipeline = new(new CallLog(application.Services.GetRequiredService<ILogger<CallLog>>()));
        VmodlService sms = new SmsService();
        VmodlService vim = new VimService(application.Lifetime.ApplicationStopping);
        ApiVersion newest = ApiVersion.Parse(workspace.Knobs.ApiVersion);
        Releases releases = new(newest);
        SoapFace Soap(VmodlService service) => new(service, pipeline, workspace, options.Limits, options.Tls);
        ProductEndpoints endpoints = new(
            Soap(sms),
            Soap(vim),
            new ViJsonFace([sms, vim], pipeline, workspace, options.Limits, releases),
            new HelloFace(releases, options.Limits),
            new DescriptionFace(newest));
        application.Run(endpoints.AnswerAsync);
    }

    private Task AnswerAsync(HttpContext http)
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
        if (((reads ? _descriptions.TryServe(http) : null) ?? _json.TryServe(http) ?? _hello.TryServe(http)) is { } served)
        {
            return served;
        }

        http.Response.StatusCode = face is null ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = face is null ? default : HttpMethods.Post;
        return Task.CompletedTask;
    }
}
