package dev.sayso.contact.check;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.contact.MarketingActions;
import dev.sayso.service.Service;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.shared.api.StreamedFile;

/**
 * May we contact them? For one, for many, and streaming for any number.
 */
@RestController
@RequestMapping("/api/v1/contact-checks")
@Tag(name = "Contact checks", description = "Scope contact.")
class ContactChecksApi {

	private static final String MANY = """
			{"channel":"email","action":"email-targeting","profiles":["externalId:crm-204817","email:camille@posteo.example"]}""";

	private final ContactChecks checks;

	private final ServiceAnswers services;

	private final MarketingActions actions;

	private final ContactCheckStream stream;

	private final Clock clock;

	ContactChecksApi(ContactChecks checks, ServiceAnswers services, MarketingActions actions, ContactCheckStream stream,
			Clock clock) {
		this.checks = checks;
		this.services = services;
		this.actions = actions;
		this.stream = stream;
		this.clock = clock;
	}

	/** The verdicts, in the order of the request. */
	@Schema(name = "ContactVerdicts")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Verdicts(List<CheckedProfile> verdicts,
			@Schema(description = "now, where an instant past was asked.") @Nullable String details) {

	}

	@PostMapping(consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "checkContact", summary = "May we contact them, and if not, every reason why not",
			parameters = {
					@Parameter(name = "channel", in = ParameterIn.QUERY, schema = @Schema(type = "string"),
							description = "With NDJSON alone, as the others here; it is needed then."),
					@Parameter(name = "action", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
					@Parameter(name = "service", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
					@Parameter(name = "at", in = ParameterIn.QUERY,
							schema = @Schema(type = "string", format = "date-time")),
					@Parameter(name = "explain", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")) },
			description = "Up to 10,000 as JSON. As application/x-ndjson any number, streaming and in order: what is asked"
					+ " stands in the query (channel, action, service, at, explain), a line is {\"profile\":\"…\"} and is"
					+ " answered by a line, a verdict or, in the place of a broken one, {\"line\",\"error\"}. An address that"
					+ " several have asks for all of them: allowed if all are. By name unknown: UNKNOWN_PROFILE, and what"
					+ " suppresses the address. Read the answers of NDJSON while you send: as long as nobody reads them,"
					+ " no more lines are read either, and ten seconds later the connection is ended. Who can only"
					+ " send all first asks in JSON.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = { @Content(mediaType = "application/json",
							schema = @Schema(implementation = ContactCheckBody.class), examples = @ExampleObject(MANY)),
							@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
									schema = @Schema(type = "string", format = "binary")) }),
			responses = @ApiResponse(responseCode = "200", description = "The verdicts",
					content = {
							@Content(mediaType = "application/json", schema = @Schema(implementation = Verdicts.class)),
							@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
									schema = @Schema(type = "string", format = "binary")) }))
	Verdicts check(HttpServletRequest request) {
		ContactCheckBody body = JsonBody.read(request, ContactCheckBody.class, this::faults);
		LocaleContextHolder.setLocale(Locale.UK);
		return new Verdicts(this.checks.check(body, body.profiles()), (body.at() != null) ? "now" : null);
	}

	@PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
	@Operation(hidden = true)
	void stream(@RequestParam String channel, @RequestParam(required = false) @Nullable String action,
			@RequestParam(required = false) @Nullable String service,
			@RequestParam(required = false) @Nullable String at,
			@RequestParam(required = false) @Nullable Boolean explain, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		ContactCheckBody asked = new ContactCheckBody(channel, action, service, instant(at), explain, List.of());
		List<Fault> faults = faults(asked);
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
		LocaleContextHolder.setLocale(Locale.UK);
		response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
		StreamedFile.send(response, "contact checks",
				(out) -> this.stream.answer(asked, request.getInputStream(), out));
	}

	private static @Nullable Instant instant(@Nullable String at) {
		Instant instant = (at != null) ? JsonBody.instant(at) : null;
		if (at != null && instant == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST,
					"at is not a time of RFC 3339, such as 2026-12-31T20:47:12Z.");
		}
		return instant;
	}

	private List<Fault> faults(ContactCheckBody body) {
		List<Fault> faults = new ArrayList<>(body.faults(this.clock.instant(), this.actions));
		if (body.service() != null) {
			Service service = this.services.find(body.service()).orElse(null);
			if (service == null) {
				faults.add(new Fault("/service", "is no service"));
			}
			else if (body.channel() != null
					&& Channel.of(body.channel()).filter((on) -> on != service.channel()).isPresent()) {
				faults.add(new Fault("/service", "comes by another channel"));
			}
		}
		return faults;
	}

}
