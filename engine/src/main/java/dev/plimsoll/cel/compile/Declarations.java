package dev.plimsoll.cel.compile;

import static dev.plimsoll.cel.compile.KubernetesTypes.AUTHORIZER;
import static dev.plimsoll.cel.compile.KubernetesTypes.CIDR;
import static dev.plimsoll.cel.compile.KubernetesTypes.DECISION;
import static dev.plimsoll.cel.compile.KubernetesTypes.FORMAT;
import static dev.plimsoll.cel.compile.KubernetesTypes.GROUP_CHECK;
import static dev.plimsoll.cel.compile.KubernetesTypes.IP;
import static dev.plimsoll.cel.compile.KubernetesTypes.PATH_CHECK;
import static dev.plimsoll.cel.compile.KubernetesTypes.QUANTITY;
import static dev.plimsoll.cel.compile.KubernetesTypes.RESOURCE_CHECK;
import static dev.plimsoll.cel.compile.KubernetesTypes.SEMVER;
import static dev.plimsoll.cel.compile.KubernetesTypes.URL;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of Kubernetes' libraries, for the checker. */
final class Declarations {

  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType INT = SimpleType.INT;
  private static final CelType STRING = SimpleType.STRING;
  private static final CelType STRINGS = ListType.create(STRING);
  private static final CelType ANY = TypeParamType.create("A");

  private final Map<String, List<CelOverloadDecl>> functions = new LinkedHashMap<>();

  private Declarations() {}

  static List<CelFunctionDecl> kubernetes() {
    Declarations declarations = new Declarations();
    declarations.lists();
    declarations.texts();
    declarations.networks();
    declarations.quantities();
    declarations.versions();
    declarations.formats();
    declarations.authorization();
    List<CelFunctionDecl> all = new ArrayList<>();
    declarations.functions.forEach(
        (name, overloads) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, overloads)));
    return all;
  }

  private void member(String function, String id, CelType result, CelType... parameters) {
    functions
        .computeIfAbsent(function, _ -> new ArrayList<>())
        .add(CelOverloadDecl.newMemberOverload(id, result, parameters));
  }

  private void global(String function, String id, CelType result, CelType... parameters) {
    functions
        .computeIfAbsent(function, _ -> new ArrayList<>())
        .add(CelOverloadDecl.newGlobalOverload(id, result, parameters));
  }

  private void lists() {
    List<CelType> summable = List.of(INT, SimpleType.UINT, SimpleType.DOUBLE, SimpleType.DURATION);
    List<CelType> comparable = new ArrayList<>(summable);
    comparable.addAll(List.of(BOOL, SimpleType.TIMESTAMP, STRING, SimpleType.BYTES));
    for (CelType type : comparable) {
      CelType list = ListType.create(type);
      String name =
          type.name().substring(type.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      member("isSorted", "list_" + name + "_is_sorted_bool", BOOL, list);
      member("max", "list_" + name + "_max_" + name, type, list);
      member("min", "list_" + name + "_min_" + name, type, list);
      if (summable.contains(type)) {
        member("sum", "list_" + name + "_sum_" + name, type, list);
      }
    }
    member("indexOf", "list_a_index_of_int", INT, ListType.create(ANY), ANY);
    member("lastIndexOf", "list_a_last_index_of_int", INT, ListType.create(ANY), ANY);
  }

  private void texts() {
    member("find", "string_find_string", STRING, STRING, STRING);
    member("findAll", "string_find_all_string", STRINGS, STRING, STRING);
    member("findAll", "string_find_all_string_int", STRINGS, STRING, STRING, INT);
    member("format", "string_format", STRING, STRING, ListType.create(SimpleType.DYN));
    global("url", "string_to_url", URL, STRING);
    global("isURL", "is_url_string", BOOL, STRING);
    member("getScheme", "url_get_scheme", STRING, URL);
    member("getHost", "url_get_host", STRING, URL);
    member("getHostname", "url_get_hostname", STRING, URL);
    member("getPort", "url_get_port", STRING, URL);
    member("getEscapedPath", "url_get_escaped_path", STRING, URL);
    member("getQuery", "url_get_query", MapType.create(STRING, STRINGS), URL);
  }

  private void networks() {
    global("ip", "string_to_ip", IP, STRING);
    member("ip", "cidr_ip", IP, CIDR);
    global("isIP", "is_ip", BOOL, STRING);
    global("ip.isCanonical", "ip_is_canonical", BOOL, STRING);
    member("family", "ip_family", INT, IP);
    member("isUnspecified", "ip_is_unspecified", BOOL, IP);
    member("isLoopback", "ip_is_loopback", BOOL, IP);
    member("isLinkLocalMulticast", "ip_is_link_local_multicast", BOOL, IP);
    member("isLinkLocalUnicast", "ip_is_link_local_unicast", BOOL, IP);
    member("isGlobalUnicast", "ip_is_global_unicast", BOOL, IP);
    global("cidr", "string_to_cidr", CIDR, STRING);
    global("isCIDR", "is_cidr", BOOL, STRING);
    member("containsIP", "cidr_contains_ip_string", BOOL, CIDR, STRING);
    member("containsIP", "cidr_contains_ip_ip", BOOL, CIDR, IP);
    member("containsCIDR", "cidr_contains_cidr_string", BOOL, CIDR, STRING);
    member("containsCIDR", "cidr_contains_cidr", BOOL, CIDR, CIDR);
    member("prefixLength", "cidr_prefix_length", INT, CIDR);
    member("masked", "cidr_masked", CIDR, CIDR);
    global("string", "ip_to_string", STRING, IP);
    global("string", "cidr_to_string", STRING, CIDR);
  }

  private void quantities() {
    global("quantity", "string_to_quantity", QUANTITY, STRING);
    global("isQuantity", "is_quantity_string", BOOL, STRING);
    global("sign", "quantity_sign", INT, QUANTITY);
    member("sign", "quantity_sign_member", INT, QUANTITY);
    member("isInteger", "quantity_is_integer", BOOL, QUANTITY);
    member("asInteger", "quantity_get_int", INT, QUANTITY);
    member("asApproximateFloat", "quantity_get_float", SimpleType.DOUBLE, QUANTITY);
    member("add", "quantity_add", QUANTITY, QUANTITY, QUANTITY);
    member("add", "quantity_add_int", QUANTITY, QUANTITY, INT);
    member("sub", "quantity_sub", QUANTITY, QUANTITY, QUANTITY);
    member("sub", "quantity_sub_int", QUANTITY, QUANTITY, INT);
    member("isGreaterThan", "quantity_is_greater_than", BOOL, QUANTITY, QUANTITY);
    member("isLessThan", "quantity_is_less_than", BOOL, QUANTITY, QUANTITY);
    member("compareTo", "quantity_compare_to", INT, QUANTITY, QUANTITY);
  }

  private void versions() {
    global("semver", "string_to_semver", SEMVER, STRING);
    global("semver", "string_bool_to_semver", SEMVER, STRING, BOOL);
    global("isSemver", "is_semver_string", BOOL, STRING);
    global("isSemver", "is_semver_string_bool", BOOL, STRING, BOOL);
    member("isGreaterThan", "semver_is_greater_than", BOOL, SEMVER, SEMVER);
    member("isLessThan", "semver_is_less_than", BOOL, SEMVER, SEMVER);
    member("compareTo", "semver_compare_to", INT, SEMVER, SEMVER);
    member("major", "semver_major", INT, SEMVER);
    member("minor", "semver_minor", INT, SEMVER);
    member("patch", "semver_patch", INT, SEMVER);
  }

  private void formats() {
    global("format.named", "format-named", OptionalType.create(FORMAT), STRING);
    member("validate", "format-validate", OptionalType.create(STRINGS), FORMAT, STRING);
    for (String name :
        List.of(
            "dns1123Label",
            "dns1123Subdomain",
            "dns1035Label",
            "qualifiedName",
            "dns1123LabelPrefix",
            "dns1123SubdomainPrefix",
            "dns1035LabelPrefix",
            "labelValue",
            "uri",
            "uuid",
            "byte",
            "date",
            "datetime")) {
      global("format." + name, "format." + name, FORMAT);
    }
  }

  private void authorization() {
    member("path", "authorizer_path", PATH_CHECK, AUTHORIZER, STRING);
    member("group", "authorizer_group", GROUP_CHECK, AUTHORIZER, STRING);
    member("serviceAccount", "authorizer_serviceaccount", AUTHORIZER, AUTHORIZER, STRING, STRING);
    member("resource", "groupcheck_resource", RESOURCE_CHECK, GROUP_CHECK, STRING);
    member("subresource", "resourcecheck_subresource", RESOURCE_CHECK, RESOURCE_CHECK, STRING);
    member("namespace", "resourcecheck_namespace", RESOURCE_CHECK, RESOURCE_CHECK, STRING);
    member("name", "resourcecheck_name", RESOURCE_CHECK, RESOURCE_CHECK, STRING);
    member("fieldSelector", "authorizer_fieldselector", RESOURCE_CHECK, RESOURCE_CHECK, STRING);
    member("labelSelector", "authorizer_labelselector", RESOURCE_CHECK, RESOURCE_CHECK, STRING);
    member("check", "pathcheck_check", DECISION, PATH_CHECK, STRING);
    member("check", "resourcecheck_check", DECISION, RESOURCE_CHECK, STRING);
    member("allowed", "decision_allowed", BOOL, DECISION);
    member("reason", "decision_reason", STRING, DECISION);
    member("errored", "decision_errored", BOOL, DECISION);
    member("error", "decision_error", STRING, DECISION);
  }
}
