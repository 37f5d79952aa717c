using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Calls;
using VasaSim.Server.Injection;
using VasaSim.Server.Journal;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Rest;

/// <summary>Takes the calls of an API that speaks REST: finds what is called, lets the pipeline do it, and sends what came of it as JSON.</summary>
/// <typeparam name="TOperation">What the API calls an operation.</typeparam>
/// <typeparam name="TForm">What a request says of the form of its answer, such as the version.</typeparam>
internal abstract class RestFace<TOperation, TForm>(CallPipeline pipeline, MessageLimits limits)
    where TOperation : RestOperation
{
    /// <summary>The media type of JSON.</summary>
    public const string ContentType = "application/json";

    // Nothing here is ever put into a web page, so a quote may look like one.
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">Its path below that of the API.</param>
    /// <param name="routes">What there is.</param>
    /// <param name="description">Describes it.</param>
    /// <param name="form">The form of the answer.</param>
    protected async Task ServeAsync(HttpContext http, string path, RestRoutes<TOperation> routes, RestDescription description, TForm form)
    {
        string method = http.Request.Method;
        if (path == RestDescription.Path && HttpMethods.IsGet(method))
        {
            using ResponseBuffer buffer = new();
            buffer.Write(description.Document);
            await buffer.SendAsync(http, StatusCodes.Status200OK, ContentType);
        }
        else if (routes.Find(path) is not { } route)
        {
            await FailAsync(http, form, Refusal(StatusCodes.Status404NotFound, $"There is nothing at '{path}'."));
        }
        else if (route.Operations.FirstOrDefault(o => o.Method == method) is not { } operation)
        {
            string methods = string.Join(", ", route.Operations.Select(o => o.Method));
            http.Response.Headers.Allow = methods;
            await FailAsync(http, form, Refusal(StatusCodes.Status405MethodNotAllowed, $"'{path}' has no {method}; it has {methods}."));
        }
        else if (await LimitedBody.ReadAsync(http, limits, bytes => ReadBody.Of(operation, bytes)) is not { } body)
        {
            await FailAsync(http, form, Refusal(StatusCodes.Status413PayloadTooLarge, LimitedBody.TooLarge(limits)));
        }
        else
        {
            await AnswerAsync(new(http, operation, route.Values, body), form);
        }
    }

    /// <summary>Answers with an error.</summary>
    /// <param name="http">The request.</param>
    /// <param name="form">The form of the answer.</param>
    /// <param name="failure">The error.</param>
    /// <param name="call">The call that it answers; null: none was made.</param>
    protected Task FailAsync(HttpContext http, TForm form, Failure failure, Call? call = null)
    {
        CallRecording.Of(http)?.Failed(failure);
        return SendAsync(http, ErrorOf(failure, form), call);
    }

    /// <summary>The call of a request.</summary>
    protected abstract RestCall<TOperation> CallOf(RestRequest<TOperation> request);

    /// <summary>The API's error for a request of which no call can be made.</summary>
    /// <param name="status">404 for its path, 405 for its method, 413 for its size.</param>
    /// <param name="message">The text for people.</param>
    protected abstract Failure Refusal(int status, string message);

    /// <summary>How an error of the API looks.</summary>
    protected abstract RestAnswer ErrorOf(Failure failure, TForm form);

    /// <summary>How a success looks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">What came of it.</param>
    /// <param name="form">The form of the answer.</param>
    /// <param name="headers">The headers of the answer.</param>
    protected abstract RestAnswer SuccessOf(RestCall<TOperation> call, object? value, TForm form, IHeaderDictionary headers);

    private async Task AnswerAsync(RestRequest<TOperation> request, TForm form)
    {
        HttpContext http = request.Http;
        RestCall<TOperation> call = CallOf(request);
        Outcome outcome = await pipeline.InvokeAsync(call);
        await (outcome switch
        {
            { Wire: { } wire } => Breaking.EndAsync(http, wire),
            { Failure: { } failure } => FailAsync(http, form, failure, call),
            _ => SendAsync(http, SuccessOf(call, outcome.Value, form, http.Response.Headers), call),
        });
    }

    private static async Task SendAsync(HttpContext http, RestAnswer answer, Call? call)
    {
        if (answer.Type is not { } type)
        {
            http.Response.StatusCode = answer.Status;
            return;
        }

        using ResponseBuffer buffer = new();
        using (Utf8JsonWriter writer = new(buffer, _writing))
        {
            JsonSerializer.Serialize(writer, answer.Value, type);
        }

        await buffer.SendAsync(http, answer.Status, answer.ContentType, call);
    }
}
