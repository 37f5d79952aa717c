using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Faces.Soap;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Faces;

/// <summary>The paths of the product port. It answers as a vCenter does and says nothing of being simulated.</summary>
internal static class ProductEndpoints
{
    public static void Map(WebApplication application, Workspace workspace, SimulatorOptions options)
    {
        CallPipeline pipeline = new(new CallLog(application.Services.GetRequiredService<ILogger<CallLog>>()));
        SoapFace sms = new(new SmsService(), pipeline, workspace, options.Limits, options.Tls);
        WsdlFace wsdl = new();
        application.Run(http => HttpMethods.IsPost(http.Request.Method) ? PostAsync(http, sms) : GetAsync(http, wsdl));
    }

    private static Task PostAsync(HttpContext http, SoapFace sms) => http.Request.Path.Value switch
    {
        "/sms/sdk" => sms.HandleAsync(http),
        _ => Answer(http, StatusCodes.Status404NotFound),
    };

    private static Task GetAsync(HttpContext http, WsdlFace wsdl)
    {
        if (HttpMethods.IsGet(http.Request.Method) && wsdl.TryServe(http) is { } served)
        {
            return served;
        }

        if (http.Request.Path.Value is "/sms/sdk")
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return Answer(http, StatusCodes.Status405MethodNotAllowed);
        }

        return Answer(http, StatusCodes.Status404NotFound);
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
