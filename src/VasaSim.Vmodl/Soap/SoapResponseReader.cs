using System.Xml;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Soap;

/// <summary>Reads SOAP responses: the client's side, for tests and for clients that share this contract.</summary>
public static class SoapResponseReader
{
    /// <summary>Reads the answer to a call.</summary>
    /// <param name="body">The message in UTF-8.</param>
    /// <param name="operation">The method that was called.</param>
    public static SoapResponse Read(ReadOnlyMemory<byte> body, OperationInfo operation)
    {
        var source = new SoapXmlSource(MessageLimits.Default);
        var reader = new SoapElementReader(MessageLimits.Default);
        var response = new SoapResponse();
        try
        {
            if (!source.TryOpen(body, null, out var xml))
                throw new InvalidOperationException("A message without a named charset can always be opened.");
            reader.Start(xml);
            ReadEnvelope(reader, operation, response);
            response.Problem = reader.ErrorText
                ?? (reader.InvalidArgument is { } path ? $"'{path}' is missing or cannot be read." : null);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            response.Problem = exception.Message;
        }
        finally
        {
            source.Close();
        }
        return response;
    }

    private static void ReadEnvelope(SoapElementReader reader, OperationInfo operation, SoapResponse response)
    {
        reader.Root();
        var answered = false;
        ForEachChild(reader, () =>
        {
            if (reader.Name != "Body")
            {
                reader.Skip();
                return;
            }
            ForEachChild(reader, () =>
            {
                answered = true;
                if (reader.Name == "Fault")
                    ReadFault(reader, response);
                else if (reader.Name == operation.Name + "Response")
                    ReadResult(reader, operation, response);
                else
                    Unexpected(reader, operation);
            });
        });
        reader.Finish();
        if (!answered)
            reader.Fail(new InvalidRequest(), "The message has no body.");
    }

    private static void ReadResult(SoapElementReader reader, OperationInfo operation, SoapResponse response)
    {
        const string name = "returnval";
        List<object> items = [];
        var hasChildren = reader.Enter();
        while (reader.Next(hasChildren))
        {
            if (reader.Name != name || operation.Returns is null)
                Unexpected(reader, operation);
            else if (reader.Item(name, operation.Returns, operation.Returns.IsArray ? items.Count : -1) is { } item)
                items.Add(item);
        }

        if (operation.Returns is not { IsArray: true })
            response.Result = items.Count == 0 ? null : items[0];
        else if (items.Count > 0)
            response.Result = SoapElementReader.ToTypedList(operation.Returns, items);
    }

    private static void ReadFault(SoapElementReader reader, SoapResponse response)
    {
        response.IsFault = true;
        ForEachChild(reader, () =>
        {
            switch (reader.Name)
            {
                case "faultcode":
                    response.FaultCode = reader.String("faultcode");
                    break;
                case "faultstring":
                    response.FaultString = reader.String("faultstring");
                    break;
                case "detail":
                    ForEachChild(reader, () =>
                    {
                        response.FaultElement = reader.Name;
                        response.Fault = reader.Object<MethodFault>(reader.Name, MethodFault.Metadata);
                    });
                    break;
                default:
                    reader.Skip();
                    break;
            }
        });
    }

    private static void Unexpected(SoapElementReader reader, OperationInfo operation)
    {
        reader.Fail(new InvalidRequest(), $"'{reader.Name}' is not expected in an answer to {operation.Name}.");
        reader.Skip();
    }

    private static void ForEachChild(SoapElementReader reader, Action read)
    {
        var hasChildren = reader.Enter();
        while (reader.Next(hasChildren))
            read();
    }
}
