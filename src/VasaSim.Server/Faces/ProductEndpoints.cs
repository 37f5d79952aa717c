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
        application.Run(http => http.Request.Path.Value switch
        {
            "/sms/sdk" => AnswerAsync(http, sms),
            { } path when WsdlFace.Serves(path) => WsdlFace.HandleAsync(http),
            _ => Status(http, StatusCodes.Status404NotFound),
        });
    }

    private static Task AnswerAsync(HttpContext http, SoapFace face)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return face.HandleAsync(http);
        }

        if ((HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.Request.QueryString.Value is "?wsdl" or "?WSDL")
        {
            return WsdlFace.HandleAsync(http);
        }

        http.Response.Headers.Allow = "POST";
        return Status(http, StatusCodes.Status405MethodNotAllowed);
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
