using System.Buffers;
using System.Net.Http.Headers;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;

namespace VasaSim.Server.Tests;

/// <summary>A client that speaks SOAP over a real socket, with the project's own codec in the other direction.</summary>
public sealed class SoapClient(HttpClient http)
{
    /// <summary>The version to ask in.</summary>
    public ApiVersion Version { get; set; } = ApiVersion.Parse("8.0.3.0");

    /// <summary>The session to show; for vim25 in the cookie, for SMS in the SOAP header.</summary>
    public string? Session { get; set; }

    public async Task<SoapResponse> CallAsync(ManagedObjectReference target, Request request)
    {
        using HttpResponseMessage response = await SendAsync(target, request);
        byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        SoapResponse reply = SoapResponseReader.Read(body, request.Operation);
        Assert.Null(reply.Problem);
        Assert.Equal(reply.IsFault ? 500 : 200, (int)response.StatusCode);
        return reply;
    }

    /// <summary>The result of a call that must succeed.</summary>
    public async Task<T> ResultAsync<T>(ManagedObjectReference target, Request request)
    {
        SoapResponse reply = await CallAsync(target, request);
        Assert.False(reply.IsFault, $"{request.Operation.Name}: {reply.FaultElement}: {reply.FaultString}");
        return Assert.IsAssignableFrom<T>(reply.Result);
    }

    /// <summary>The fault of a call that must fail with it.</summary>
    public async Task<T> FaultAsync<T>(ManagedObjectReference target, Request request)
    {
        SoapResponse reply = await CallAsync(target, request);
        Assert.True(reply.IsFault, $"{request.Operation.Name} should have failed.");
        Assert.False(string.IsNullOrEmpty(reply.FaultString));
        return Assert.IsType<T>(reply.Fault);
    }

    /// <summary>The raw exchange.</summary>
    public Task<HttpResponseMessage> SendAsync(ManagedObjectReference target, Request request)
    {
        ServiceContract service = request.Operation.Service;
        ArrayBufferWriter<byte> body = new();
        SoapRequestWriter.Write(body, target, request, Version, service == Contracts.Sms ? Session : null);
        HttpRequestMessage message = new(HttpMethod.Post, service.Path) { Content = new ReadOnlyMemoryContent(body.WrittenMemory) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        message.Headers.TryAddWithoutValidation("SOAPAction", $"\"{service.Namespace}/{Version}\"");
        if (Session is not null && service == Contracts.Vim)
        {
            message.Headers.TryAddWithoutValidation("Cookie", $"vmware_soap_session=\"{Session}\"");
        }

        return http.SendAsync(message, TestContext.Current.CancellationToken);
    }
}
