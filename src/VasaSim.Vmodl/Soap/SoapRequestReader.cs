using System.Xml;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>
/// Reads SOAP requests. A reader keeps its buffers from one request to the next and may be pooled; it serves one
/// request at a time. What is wrong with a request is said in the result, never thrown.
/// </summary>
public sealed class SoapRequestReader : IDisposable
{
    private const string CookieElement = "vcSessionCookie";

    private readonly MessageLimits _limits;
    private readonly SoapXmlSource _source;
    private readonly SoapElementReader _reader;

    /// <summary>Creates a reader; without limits it takes the default ones.</summary>
    public SoapRequestReader(MessageLimits? limits = null)
    {
        _limits = limits ?? MessageLimits.Default;
        _source = new(_limits);
        _reader = new(_limits);
    }

    /// <summary>Reads a request. Elements are told by their local names, in whatever namespace they are.</summary>
    /// <param name="body">The message; it must not change until the method returns.</param>
    /// <param name="charset">The charset that the transport names, if it names one.</param>
    /// <param name="contract">The service that is asked.</param>
    public SoapRequest Read(ReadOnlyMemory<byte> body, string? charset, ServiceContract contract)
    {
        var request = new SoapRequest();
        if (body.Length > _limits.MaxBodyBytes)
            return Unusable(request, $"The request is longer than {_limits.MaxBodyBytes} bytes.");

        _reader.Reset();
        try
        {
            if (_source.TryOpen(body, charset, out var xml))
            {
                _reader.Start(xml);
                ReadEnvelope(request, contract);
            }
            else
            {
                _reader.Fail(new InvalidRequest(), $"The charset '{charset}' is not supported.");
            }
        }
        // What the parser itself throws; which of the two depends on how the bytes are broken.
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            _source.Discard();
            _reader.Fail(new InvalidRequest(), $"The request is not well-formed XML: {exception.Message}");
        }
        finally
        {
            _source.Close();
        }

        request.This = _reader.Target;
        request.Error = _reader.Error;
        request.ErrorText = _reader.ErrorText;
        request.InvalidArgument = _reader.InvalidArgument;
        return request;
    }

    /// <summary>Lets go of the buffers.</summary>
    public void Dispose() => _source.Discard();

    private static SoapRequest Unusable(SoapRequest request, string text)
    {
        request.Error = new InvalidRequest();
        request.ErrorText = text;
        return request;
    }

    private void ReadEnvelope(SoapRequest request, ServiceContract contract)
    {
        if (!_reader.Root() || _reader.Name != "Envelope")
        {
            _reader.Fail(new InvalidRequest(), "The request is not a SOAP envelope.");
            return;
        }

        var hasChildren = _reader.Enter();
        while (_reader.Next(hasChildren))
        {
            switch (_reader.Name)
            {
                case "Header":
                    ReadHeader(request);
                    break;
                case "Body" when request.BodyElement is null:
                    ReadBody(request, contract);
                    break;
                default:
                    _reader.Skip();
                    break;
            }
        }
        _reader.Finish();

        if (request.BodyElement is null)
            _reader.Fail(new InvalidRequest(), "The request has no body that names a method.");
        else if (_reader.Target is null)
            _reader.Fail(new InvalidRequest(), "The request does not say which object it is for: '_this' is missing.");
    }

    private void ReadHeader(SoapRequest request)
    {
        var hasChildren = _reader.Enter();
        while (_reader.Next(hasChildren))
        {
            if (_reader.Name != CookieElement)
                _reader.Skip();
            else if (_reader.String(CookieElement) is { } cookie)
                request.SessionCookie = cookie.Trim().Trim('"');
        }
    }

    private void ReadBody(SoapRequest request, ServiceContract contract)
    {
        var hasChildren = _reader.Enter();
        while (_reader.Next(hasChildren))
        {
            if (request.BodyElement is not null)
            {
                _reader.Skip();
                continue;
            }

            request.BodyElement = _reader.Name;
            request.Operation = contract.FindOperation(request.BodyElement);
            if (request.Operation is null)
                ReadUnknown();
            else
                request.Request = (Request)request.Operation.RequestType.Read(_reader);
        }
    }

    // The fault that answers an unknown method tells which object it was called on.
    private void ReadUnknown()
    {
        var hasChildren = _reader.Enter();
        while (_reader.Next(hasChildren))
        {
            if (_reader.Name == "_this")
                _reader.ReadTarget();
            else
                _reader.Skip();
        }
    }
}
