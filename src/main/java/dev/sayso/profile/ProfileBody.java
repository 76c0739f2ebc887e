package dev.sayso.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import dev.sayso.person.Attribute;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * The body of a call that creates or patches a person, read onto what is there already:
 * an absent field stays, {@code null} removes (RFC 7396).
 */
final class ProfileBody {

	private static final JsonPointer ATTRIBUTES = JsonPointer.compile("/attributes");

	private static final String POSTAL_ADDRESS = "postalAddress";

	private static final List<String> POSTAL = List.of("street", "postalCode", "city");

	private ProfileBody() {
	}

	record Edit(Details details, Map<String, Object> values) {

	}

	/**
	 * Reads a body.
	 * @throws ProblemException 422 with a pointer to each fault
	 */
	static Edit read(HttpServletRequest request, Details details, Map<String, Object> values, List<Attribute> declared,
			DetailsDrafts drafts) {
		JsonBody.Patch patch = JsonBody.readPatch(request, ProfileDocument.class);
		Map<String, Object> patched = new TreeMap<>(values);
		JsonNode attributes = patch.members().at(ATTRIBUTES);
		if (attributes.isNull()) {
			patched.clear();
		}
		attributes.properties().forEach((member) -> {
			String fault = patch(patched, member.getKey(), member.getValue(), declared);
			if (fault != null) {
				patch.faults().add(new Fault(ATTRIBUTES.appendProperty(member.getKey()).toString(), fault));
			}
		});
		DetailsDraft draft = drafts.draft(typed(details, patch.members()));
		draft.faults().forEach((fault) -> patch.faults().add(new Fault(pointer(fault.field()), sentence(fault))));
		if (!patch.faults().isEmpty()) {
			throw ProblemException.faulty(patch.faults());
		}
		return new Edit(draft.details(), patched);
	}

	/** The details as somebody would have typed them. */
	private static Map<String, String> typed(Details details, JsonNode members) {
		Map<String, String> typed = new LinkedHashMap<>();
		details.fields().forEach((name, value) -> typed.put(name, value.toString()));
		JsonNode address = members.path(POSTAL_ADDRESS);
		for (String name : DetailsDraft.FIELDS) {
			JsonNode value = members.path(name);
			if (POSTAL.contains(name)) {
				value = address.isNull() ? address : address.path(name);
			}
			if (value.isString()) {
				typed.put(name, value.stringValue());
			}
			else if (value.isNull()) {
				typed.remove(name);
			}
		}
		return typed;
	}

	/** Patches the value of an attribute; gives what is wrong with it, else null. */
	private static @Nullable String patch(Map<String, Object> values, String name, JsonNode value,
			List<Attribute> declared) {
		Attribute attribute = declared.stream().filter((each) -> each.name().equals(name)).findFirst().orElse(null);
		if (attribute == null) {
			return "is not a declared attribute";
		}
		Object parsed = parse(attribute, value);
		if (parsed == null && !value.isNull()) {
			return "is not a value of type " + attribute.type().name().toLowerCase(Locale.ROOT);
		}
		values.compute(name, (key, before) -> parsed);
		return null;
	}

	private static @Nullable Object parse(Attribute attribute, JsonNode value) {
		boolean fits = switch (attribute.type()) {
			case NUMBER -> value.isNumber();
			case BOOLEAN -> value.isBoolean();
			case TEXT, ONE_OF, DATE -> value.isString();
		};
		return fits ? attribute.parse(value.asString()) : null;
	}

	private static String pointer(String field) {
		if (field.isEmpty()) {
			return "";
		}
		return (POSTAL.contains(field) ? "/" + POSTAL_ADDRESS + "/" : "/") + field;
	}

	/** What is wrong with a detail, in English whatever the console speaks. */
	private static String sentence(DetailsDraft.Fault fault) {
		return switch (fault.code()) {
			case "profile.fault.unreachable" -> "needs an address or an externalId";
			case "profile.fault.long" -> "is too long";
			case "profile.fault.control" -> "has control characters";
			default -> switch (fault.field()) {
				case "mobile", "phone", "fax" -> "is not a telephone number";
				case "email" -> "is not an e-mail address";
				case "country" -> "is not a country of ISO 3166-1";
				case "language" -> "is not a language tag of BCP 47";
				case "timeZone" -> "is not a time zone";
				case "birthDate" -> "is not a date of birth, such as 1987-05-17";
				default -> "cannot be taken";
			};
		};
	}

}
