using System.Reflection;
using System.Xml.Linq;
using Emporium.Host;
using Emporium.Platform;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace Emporium.Tests.Architecture;

/// <summary>The map of the house. A change here is a change of architecture and is reviewed as one.</summary>
public sealed class MapTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Kernel"] = [],
        ["Platform"] = [],
        ["Ui"] = [],
        ["Accounts"] = [],
        ["Catalog"] = [],
        ["Tax"] = [],
        ["Ledger"] = [],
        ["Messaging"] = [],
        ["Payments"] = ["Ledger"],
        ["Legal"] = ["Catalog"],
        ["Sandbox"] = [],
        ["Sales"] = ["Accounts", "Catalog", "Tax", "Payments", "Ledger", "Legal"],
        ["Licensing"] = ["Accounts", "Catalog", "Sales"],
        ["Delivery"] = ["Accounts", "Catalog", "Sales"],
        ["Even"] = ["Accounts", "Catalog", "Delivery", "Sales"],
    };

    /// <summary>The bank of the test mode also runs as a program of its own, which the host starts.</summary>
    private const string Bank = "Emporium.Sandbox.SandboxHost";

    private static readonly string[] Ground = ["Kernel", "Platform", "Ui"];

    [Fact]
    public void Modules_know_only_whom_the_map_allows()
    {
        var known = from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "Modules"), "*.csproj", SearchOption.AllDirectories)
                    from reference in XDocument.Load(file).Descendants("ProjectReference")
                    let target = Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)
                    where !Ground.Contains(target)
                    select $"{Path.GetFileNameWithoutExtension(file)} -> {target}";

        Assert.Equal(MayKnow.SelectMany(p => p.Value.Select(r => $"{p.Key} -> {r}")).Order(), known.Order());
    }

    [Theory]
    [InlineData("Kernel", "")]
    [InlineData("Platform", "Kernel")]
    [InlineData("Ui", "Kernel Platform")]
    public void The_ground_floor_knows_no_module(string project, string allowed)
    {
        var known = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

        Assert.Equal(allowed, string.Join(' ', known.Order()));
    }

    /// <summary>Words, values, and what a module above answers or derives from: nothing that does work of its own.</summary>
    [Fact]
    public void A_module_shows_only_contracts()
    {
        var leaks = from module in Modules.All
                    from type in module.GetType().Assembly.GetExportedTypes()
                    where !type.IsInterface && type is not { IsAbstract: true, IsSealed: false } && !type.IsEnum && !type.IsValueType && !IsRecord(type) && !IsConstants(type)
                        && !type.IsAssignableTo(typeof(IModule)) && !IsComponent(type) && !IsGenerated(type)
                    select type.FullName;

        Assert.Empty(leaks.Except([Bank]));
    }

    [Fact]
    public void Contracts_live_in_the_contracts_folder()
    {
        var strays = from module in Modules.All
                     from type in module.GetType().Assembly.GetExportedTypes()
                     where !type.IsAssignableTo(typeof(IModule)) && !IsComponent(type) && !type.IsNested
                         && !type.Namespace!.Contains(".Contracts", StringComparison.Ordinal) && !IsGenerated(type) && !IsParameter(type)
                     select type.FullName;

        Assert.Empty(strays.Except([Bank]));
    }

    // The framework sets parameters of components from outside: their types have to be as public as the component.
    private static bool IsParameter(Type type) => type.Assembly.GetExportedTypes().Where(IsComponent)
        .SelectMany(component => component.GetProperties()).Any(p => p.PropertyType == type && p.GetCustomAttribute<ParameterAttribute>() is not null);

    private static bool IsGenerated(Type type) => type.Namespace is "Microsoft.Extensions.Validation.Generated";

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsConstants(Type type) => type is { IsAbstract: true, IsSealed: true } && type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Length == 0;

    private static bool IsComponent(Type type) => type.IsAssignableTo(typeof(IComponent)) || type.Name.EndsWith("_Imports", StringComparison.Ordinal);
}
