using System.Collections;
using System.Text;

namespace VasaSim.Vmodl.Tests.Samples;

/// <summary>Writes values as text that is equal exactly when the values are.</summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int level)
    {
        switch (value)
        {
            case DataObject data:
                text.Append(data.TypeInfo.Name).Append('\n');
                foreach (var member in data.TypeInfo.AllMembers)
                {
                    text.Append(' ', 2 * level + 2).Append(member.Name).Append(" = ");
                    var property = data.GetType().GetProperty(SampleObjects.ClrName(member))!;
                    Append(text, property.GetValue(data), level + 1);
                }
                break;
            case VmodlArray array:
                text.Append("array of ").Append(array.ElementType).Append(": ");
                Append(text, array.Items, level);
                break;
            case IList list:
                text.Append(list.Count).Append('\n');
                foreach (var item in list)
                {
                    text.Append(' ', 2 * level + 2).Append("- ");
                    Append(text, item, level + 1);
                }
                break;
            case null:
                text.Append("null\n");
                break;
            case DateTimeOffset date:
                text.Append(date.UtcDateTime.ToString("O", null)).Append('\n');
                break;
            default:
                text.Append(value.GetType().Name).Append(' ').Append(value).Append('\n');
                break;
        }
    }
}
