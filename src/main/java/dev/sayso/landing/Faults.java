package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what is wrong with a public form: message keys by the names of its fields and
 * boxes, the empty name for the whole.
 */
public class Faults extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, String> codes;

	Faults(Map<String, String> codes) {
		super("faults: " + codes);
		this.codes = Map.copyOf(codes);
	}

	static Faults whole(String code) {
		return new Faults(Map.of("", code));
	}

	/**
	 * The faults of a draft, in the words of public pages.
	 */
	static Faults of(Iterable<dev.sayso.profile.DetailsDraft.Fault> faults) {
		Map<String, String> codes = new LinkedHashMap<>();
		faults.forEach((fault) -> codes.put(fault.field().isEmpty() ? "" : Posted.FIELD + fault.field(), code(fault)));
		return new Faults(codes);
	}

	Map<String, String> codes() {
		return this.codes;
	}

	private static String code(dev.sayso.profile.DetailsDraft.Fault fault) {
		if (fault.code().endsWith(".long")) {
			return "public.fault.long";
		}
		return switch (fault.field()) {
			case "email", "mobile", "phone", "birthDate" -> "public.fault." + fault.field();
			case "" -> "public.fault.unreachable";
			default -> "public.fault.field";
		};
	}

}
