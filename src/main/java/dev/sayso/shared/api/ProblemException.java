package dev.sayso.shared.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * Why the API does not do what was requested, as a problem detail (RFC 9457).
 */
public class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String type;

	private final transient List<Fault> faults;

	private final transient Map<String, Object> more;

	private ProblemException(HttpStatus status, String type, String detail, List<Fault> faults,
			Map<String, Object> more) {
		super(detail);
		this.status = status;
		this.type = type;
		this.faults = List.copyOf(faults);
		this.more = Map.copyOf(more);
	}

	/**
	 * One thing that is wrong in a body.
	 *
	 * @param pointer where, as a JSON pointer (RFC 6901)
	 */
	public record Fault(String pointer, String detail) {

		/** The same in a body that has it further within. */
		public Fault within(String at) {
			return new Fault(at + this.pointer, this.detail);
		}

	}

	public static ProblemException of(HttpStatus status, String detail) {
		return new ProblemException(status, "about:blank", detail, List.of(), Map.of());
	}

	/** A body that was read, but cannot be taken. */
	public static ProblemException faulty(List<Fault> faults) {
		return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "about:blank",
				"The body was not taken: " + count(faults), faults, Map.of());
	}

	private static String count(List<Fault> faults) {
		return faults.size() + ((faults.size() == 1) ? " fault." : " faults.");
	}

	public static ProblemException missing(List<Fault> faults) {
		return new ProblemException(HttpStatus.NOT_FOUND, "about:blank", "The body names what is not there.", faults,
				Map.of());
	}

	public static ProblemException conflict(String name, String detail, List<Fault> faults, Map<String, Object> more) {
		return new ProblemException(HttpStatus.CONFLICT, "urn:sayso:" + name, detail, faults, more);
	}

	/**
	 * The same, telling whom a name that several have may mean.
	 * @param candidates the ids of the profiles
	 */
	public ProblemException naming(List<String> candidates) {
		Map<String, Object> named = new LinkedHashMap<>(this.more);
		named.put("candidates", List.copyOf(candidates));
		return new ProblemException(this.status, this.type, getMessage(), this.faults, named);
	}

	/**
	 * The same, telling that a part of the body was taken all the same.
	 * @param sentence what was, in words
	 * @param pointers where it stands in the body
	 */
	public ProblemException taking(String sentence, List<String> pointers) {
		Map<String, Object> taken = new LinkedHashMap<>(this.more);
		taken.put("taken", List.copyOf(pointers));
		String rest = (this.status == HttpStatus.UNPROCESSABLE_CONTENT) ? "The rest was not: " + count(this.faults)
				: getMessage();
		return new ProblemException(this.status, this.type, sentence + " " + rest, this.faults, taken);
	}

	HttpStatus status() {
		return this.status;
	}

	String type() {
		return this.type;
	}

	public List<Fault> faults() {
		return this.faults;
	}

	Map<String, Object> more() {
		return this.more;
	}

}
