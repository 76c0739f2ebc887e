package dev.sayso.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.person.Attribute;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * The body of a call that creates or patches a person, read onto what is there already:
 * an absent field stays, {@code null} removes (RFC 7396).
 */
final class ProfileBody {

	private static final Set<String> READ_ONLY = Set.of("id", "createdAt", "updatedAt");

	/** The fields of the postal address. */
	private static final Set<String> POSTAL = Set.of("street", "postalCode", "city");

	private final Map<String, String> typed = new LinkedHashMap<>();

	private final Map<String, Object> values;

	private final List<Fault> faults = new ArrayList<>();

	private final List<Attribute> declared;

	private ProfileBody(Details details, Map<String, Object> values, List<Attribute> declared) {
		details.fields().forEach((name, value) -> this.typed.put(name, value.toString()));
		this.values = new TreeMap<>(values);
		this.declared = declared;
	}

	record Edit(Details details, Map<String, Object> values) {

	}

	/**
	 * Reads a body.
	 * @throws ProblemException 422 with a pointer to each fault
	 */
	static Edit read(ObjectNode body, Details details, Map<String, Object> values, List<Attribute> declared,
			DetailsDrafts drafts) {
		ProfileBody reader = new ProfileBody(details, values, declared);
		body.properties().forEach((field) -> reader.field(field.getKey(), field.getValue()));
		DetailsDraft draft = drafts.draft(reader.typed);
		draft.faults().forEach((fault) -> reader.faults.add(fault(fault)));
		if (!reader.faults.isEmpty()) {
			throw ProblemException.faulty(reader.faults);
		}
		return new Edit(draft.details(), reader.values);
	}

	private void field(String name, JsonNode value) {
		if (READ_ONLY.contains(name)) {
			this.faults.add(new Fault("/" + name, "is read-only"));
		}
		else if (name.equals("postalAddress")) {
			postalAddress(value);
		}
		else if (name.equals("attributes")) {
			attributes(value);
		}
		else if (!POSTAL.contains(name) && DetailsDraft.FIELDS.contains(name)) {
			text("/" + name, name, value);
		}
		else {
			this.faults.add(unknown("/" + escape(name)));
		}
	}

	private void text(String pointer, String name, JsonNode value) {
		if (value.isNull()) {
			this.typed.remove(name);
		}
		else if (value.isString()) {
			this.typed.put(name, value.stringValue());
		}
		else {
			this.faults.add(new Fault(pointer, "is not a text"));
		}
	}

	private void postalAddress(JsonNode value) {
		if (value.isNull()) {
			POSTAL.forEach(this.typed::remove);
		}
		else if (value.isObject()) {
			value.properties().forEach((part) -> {
				String pointer = "/postalAddress/" + escape(part.getKey());
				if (POSTAL.contains(part.getKey())) {
					text(pointer, part.getKey(), part.getValue());
				}
				else {
					this.faults.add(unknown(pointer));
				}
			});
		}
		else {
			this.faults.add(new Fault("/postalAddress", "is not an object"));
		}
	}

	private void attributes(JsonNode value) {
		if (value.isNull()) {
			this.values.clear();
		}
		else if (value.isObject()) {
			value.properties().forEach((part) -> attribute(part.getKey(), part.getValue()));
		}
		else {
			this.faults.add(new Fault("/attributes", "is not an object"));
		}
	}

	private void attribute(String name, JsonNode value) {
		String pointer = "/attributes/" + escape(name);
		Attribute attribute = this.declared.stream()
			.filter((declared) -> declared.name().equals(name))
			.findFirst()
			.orElse(null);
		if (attribute == null) {
			this.faults.add(new Fault(pointer, "is not a declared attribute"));
		}
		else if (value.isNull()) {
			this.values.remove(name);
		}
		else {
			Object parsed = parse(attribute, value);
			if (parsed != null) {
				this.values.put(name, parsed);
			}
			else {
				this.faults.add(new Fault(pointer,
						"is not a value of type " + attribute.type().name().toLowerCase(java.util.Locale.ROOT)));
			}
		}
	}

	private static @Nullable Object parse(Attribute attribute, JsonNode value) {
		boolean fits = switch (attribute.type()) {
			case NUMBER -> value.isNumber();
			case BOOLEAN -> value.isBoolean();
			case TEXT, ONE_OF, DATE -> value.isString();
		};
		return fits ? attribute.parse(value.asString()) : null;
	}

	private static Fault unknown(String pointer) {
		return new Fault(pointer, "is not known");
	}

	private static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	/**
	 * What is wrong with a detail: in English, whatever the console speaks, and with a
	 * pointer to the place (RFC 6901).
	 */
	private static Fault fault(DetailsDraft.Fault fault) {
		return new Fault(pointer(fault.field()), sentence(fault));
	}

	private static String pointer(String field) {
		if (field.isEmpty()) {
			return "";
		}
		return (POSTAL.contains(field) ? "/postalAddress/" : "/") + field;
	}

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
