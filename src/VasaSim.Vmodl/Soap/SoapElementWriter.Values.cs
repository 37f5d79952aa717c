namespace VasaSim.Vmodl.Soap;

/// <summary>One element per value of the contract; a value that is not set is left out.</summary>
internal ref partial struct SoapElementWriter
{
    public void String(ReadOnlySpan<byte> name, WireNamespace elementNamespace, string? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        Text(value);
        Close(name, outer);
    }

    public void Boolean(ReadOnlySpan<byte> name, WireNamespace elementNamespace, bool? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        Raw(value.Value ? "true"u8 : "false"u8);
        Close(name, outer);
    }

    public void Int(ReadOnlySpan<byte> name, WireNamespace elementNamespace, int? value) =>
        Long(name, elementNamespace, value);

    public void Long(ReadOnlySpan<byte> name, WireNamespace elementNamespace, long? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        Number(value.Value);
        Close(name, outer);
    }

    public void Double(ReadOnlySpan<byte> name, WireNamespace elementNamespace, double? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        Number(value.Value);
        Close(name, outer);
    }

    public void DateTime(ReadOnlySpan<byte> name, WireNamespace elementNamespace, DateTimeOffset? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        Date(value.Value);
        Close(name, outer);
    }

    public void Reference(ReadOnlySpan<byte> name, WireNamespace elementNamespace, ManagedObjectReference? value)
    {
        if (value is null)
            return;
        var outer = Open(name, elementNamespace);
        ReferenceContent(value);
        Close(name, outer);
    }

    /// <summary>Writes an object whose declared type has no subtypes.</summary>
    public void Object(ReadOnlySpan<byte> name, WireNamespace elementNamespace, DataObject? value)
    {
        if (value is null)
            return;
        var outer = OpenPlain(name, elementNamespace);
        value.WriteMembers(ref this);
        Close(name, outer);
    }

    /// <summary>Writes an object together with the name of its type.</summary>
    public void Polymorphic(ReadOnlySpan<byte> name, WireNamespace elementNamespace, DataObject? value)
    {
        if (value is null)
            return;
        var outer = Open(name, elementNamespace);
        TypedContent(value);
        Close(name, outer);
    }

    public void Any(ReadOnlySpan<byte> name, WireNamespace elementNamespace, object? value)
    {
        if (value is null || !AnyValue.IsKnownTo(value, _version))
            return;
        var outer = Open(name, elementNamespace);
        AnyContent(value);
        Close(name, outer);
    }

    /// <summary>
    /// Writes a fault under the name of its type. pyVmomi gets the type by cutting "Fault" off the name, Go takes the
    /// type attribute.
    /// </summary>
    public void FaultDetail(DataObject fault)
    {
        var known = fault.TypeInfo.KnownTo(_version);
        Raw("<"u8);
        Raw(known.WireName.Bytes);
        Raw("Fault"u8);
        Raw(known.WireNamespace.DefaultDeclaration);
        _defaultNamespace = known.WireNamespace;
        TypedContent(fault);
        Raw("</"u8);
        Raw(known.WireName.Bytes);
        Raw("Fault>"u8);
        _defaultNamespace = null;
    }

    /// <summary>Writes a value as its type says, a list as repeated elements.</summary>
    /// <exception cref="ArgumentException">The value is not of the C# type that stands for the type.</exception>
    public void Value(ReadOnlySpan<byte> name, WireNamespace elementNamespace, TypeRef type, object? value)
    {
        if (!type.IsArray)
        {
            Item(name, elementNamespace, type, value);
            return;
        }

        switch (value)
        {
            case null:
                break;
            case IReadOnlyList<object> items:
                Items(name, elementNamespace, type, items);
                break;
            default:
                throw type.Mismatch(value);
        }
    }

    private void Items(
        ReadOnlySpan<byte> name, WireNamespace elementNamespace, TypeRef type, IReadOnlyList<object> items)
    {
        for (var i = 0; i < items.Count; i++)
            Item(name, elementNamespace, type, items[i]);
    }

    private void Item(ReadOnlySpan<byte> name, WireNamespace elementNamespace, TypeRef type, object? value)
    {
        if (value is null)
            return;
        if (!type.Holds(value))
            throw type.Mismatch(value);
        switch (value)
        {
            case var _ when type.Kind == TypeKind.AnyType:
                Any(name, elementNamespace, value);
                break;
            case string text:
                String(name, elementNamespace, text);
                break;
            case bool boolean:
                Boolean(name, elementNamespace, boolean);
                break;
            case int number:
                Int(name, elementNamespace, number);
                break;
            case long number:
                Long(name, elementNamespace, number);
                break;
            case double number:
                Double(name, elementNamespace, number);
                break;
            case DateTimeOffset date:
                DateTime(name, elementNamespace, date);
                break;
            case ManagedObjectReference reference:
                Reference(name, elementNamespace, reference);
                break;
            case DataObject data when type.DataType!.HasSubtypes:
                Polymorphic(name, elementNamespace, data);
                break;
            case DataObject data:
                Object(name, elementNamespace, data);
                break;
            default:
                ContractModel.DescribeEnum(value, out var enumText);
                String(name, elementNamespace, enumText);
                break;
        }
    }

    private WireNamespace? OpenPlain(ReadOnlySpan<byte> name, WireNamespace elementNamespace)
    {
        var outer = Open(name, elementNamespace);
        Raw(">"u8);
        return outer;
    }

    private void ReferenceContent(ManagedObjectReference value)
    {
        Raw(" type=\""u8);
        Text(value.Type);
        Raw("\">"u8);
        Text(value.Value);
    }

    private void TypedContent(DataObject value)
    {
        var known = value.TypeInfo.KnownTo(_version);
        TypeAttribute(known.WireNamespace, default, known.WireName.Bytes);
        Raw(">"u8);
        value.WriteMembers(ref this);
    }

    private void AnyContent(object value)
    {
        switch (value)
        {
            case string text:
                Raw(" xsi:type=\"xsd:string\">"u8);
                Text(text);
                break;
            case bool boolean:
                Raw(" xsi:type=\"xsd:boolean\">"u8);
                Raw(boolean ? "true"u8 : "false"u8);
                break;
            case int number:
                Raw(" xsi:type=\"xsd:int\">"u8);
                Number(number);
                break;
            case long number:
                Raw(" xsi:type=\"xsd:long\">"u8);
                Number(number);
                break;
            case double number:
                Raw(" xsi:type=\"xsd:double\">"u8);
                Number(number);
                break;
            case DateTimeOffset date:
                Raw(" xsi:type=\"xsd:dateTime\">"u8);
                Date(date);
                break;
            case ManagedObjectReference reference:
                TypeAttribute(WireNamespaces.Vim, default, "ManagedObjectReference"u8);
                ReferenceContent(reference);
                break;
            case DataObject data:
                TypedContent(data);
                break;
            case VmodlArray array:
                ArrayContent(array);
                break;
            default:
                EnumContent(value);
                break;
        }
    }

    private void ArrayContent(VmodlArray array)
    {
        var boxed = BoxedArrayNames.Of(array.ElementType);
        TypeAttribute(boxed.Namespace, "ArrayOf"u8, boxed.TypeSuffix);
        Raw(">"u8);
        Items(boxed.ItemName, boxed.Namespace, array.ElementType, array.Items);
    }

    private void EnumContent(object value)
    {
        var type = ContractModel.DescribeEnum(value, out var text)
            ?? throw new ArgumentException($"A value of type {value.GetType()} cannot travel as anyType.", nameof(value));
        TypeAttribute(type.WireNamespace, default, type.WireName.Bytes);
        Raw(">"u8);
        Text(text);
    }
}
