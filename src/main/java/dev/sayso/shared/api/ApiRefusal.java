package dev.sayso.shared.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.util.UriUtils;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.SlowBodyException;
import dev.sayso.shared.api.FlagFailure.Code;

/**
 * How the API says no, whoever says it: a controller, a filter or the container. Flags
 * are refused as OpenFeature's protocol has it, all else by a problem detail (RFC 9457).
 */
public final class ApiRefusal {

	private static final String UNREADABLE = "The request cannot be read.";

	static final String NOTHING = "There is nothing of this name.";

	/** What the protocol leaves to HTTP: its clients look at nothing but the status. */
	static final Set<HttpStatus> PLAIN = Set.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN,
			HttpStatus.TOO_MANY_REQUESTS);

	private static final String FLAG = "/ofrep/v1/evaluate/flags/";

	/**
	 * A per cent sign that encodes nothing, and what no path may hold (RFC 3986, 3.3).
	 */
	private static final Pattern STRAY = Pattern.compile("%(?!\\p{XDigit}{2})|[^!$%&'()*+,;=:@/\\w.~-]");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final String path;

	private final ProblemDetail problem;

	private ApiRefusal(String path, ProblemDetail problem) {
		this.path = path;
		this.problem = problem;
		if (problem.getType() == null) {
			problem.setType(URI.create("about:blank"));
		}
		problem.setInstance(URI
			.create(STRAY.matcher(path).replaceAll((sign) -> UriUtils.encode(sign.group(), StandardCharsets.UTF_8))));
	}

	public static ApiRefusal of(HttpServletRequest request, ProblemDetail problem) {
		return new ApiRefusal(ApiPath.requested(request), problem);
	}

	/**
	 * Refuses a request.
	 * @param detail a sentence, or null for one that says no more than the status
	 */
	public static ApiRefusal of(HttpServletRequest request, HttpStatus status, @Nullable String detail) {
		return of(request, ProblemDetail.forStatusAndDetail(status, (detail != null) ? detail : sentence(status)));
	}

	private static String sentence(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> NOTHING;
			case METHOD_NOT_ALLOWED -> "This method is not taken here.";
			case NOT_ACCEPTABLE -> "There is no answer of a type in Accept.";
			case REQUEST_TIMEOUT -> SlowBodyException.DETAIL;
			case CONTENT_TOO_LARGE -> "The request is too large.";
			case UNSUPPORTED_MEDIA_TYPE -> "A body of this type is not taken here.";
			case SERVICE_UNAVAILABLE -> "This cannot be answered just now.";
			// an encoding of the transfer, or a version of HTTP, that the server does not
			// speak
			case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED -> UNREADABLE;
			default -> status.is4xxClientError() ? UNREADABLE
					: "This failed here, and not through the request. It stands in the log.";
		};
	}

	/** The refusal, where Spring writes it. */
	public ResponseEntity<Object> answer(HttpHeaders headers) {
		return ResponseEntity.status(this.problem.getStatus()).headers(headers).contentType(type()).body(body());
	}

	/** Writes the refusal, where nobody else does. */
	public void write(HttpServletResponse response) throws IOException {
		response.setStatus(this.problem.getStatus());
		response.setContentType(type().toString());
		response.getOutputStream().write(MAPPER.writeValueAsBytes(body()));
	}

	private MediaType type() {
		return isFlag() ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON;
	}

	private Object body() {
		return isFlag() ? new FlagFailure(key(), code(), this.problem.getDetail()) : this.problem;
	}

	private boolean isFlag() {
		return isOfFlags(this.path) && !PLAIN.contains(HttpStatus.valueOf(this.problem.getStatus()));
	}

	/** A stream of events is read by browsers, which look for none of its failures. */
	static boolean isOfFlags(String path) {
		return path.startsWith("/ofrep") && !path.startsWith("/ofrep/v1/streams/");
	}

	private Code code() {
		return switch (HttpStatus.valueOf(this.problem.getStatus())) {
			case BAD_REQUEST -> Code.PARSE_ERROR;
			case NOT_FOUND -> (key() != null) ? Code.FLAG_NOT_FOUND : Code.GENERAL;
			default -> Code.GENERAL;
		};
	}

	/** The key as it was sent, where it is not encoded as one can be. */
	private @Nullable String key() {
		if (!this.path.startsWith(FLAG)) {
			return null;
		}
		String key = this.path.substring(FLAG.length());
		try {
			return UriUtils.decode(key, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return key;
		}
	}

}
