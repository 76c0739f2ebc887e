package dev.sayso.home.configuration;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.home.configuration.RefusedConfigurationException.Refusal;
import dev.sayso.shared.Actor;
import dev.sayso.shared.SlowBodyException;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.StreamedFile;

/**
 * The configuration over HTTP.
 */
@RestController
@RequestMapping("/api/v1/configuration")
@Tag(name = "Configuration", description = "Scope configuration.")
class ConfigurationApi {

	private static final String FILE = """
			{"audiences":[{"key":"french","name":"In France","description":"","status":"active",
			"condition":{"all":[{"fact":"country","operator":"isOneOf","value":["FR"]}]}}],
			"placements":[{"key":"web-hero","name":"Web hero","surface":"web","contentType":"text","items":1}],
			"offers":[{"key":"spring-sale","name":"Spring sale","status":"approved","fallback":false,"priority":60,
			"validity":{"from":"2026-03-01T00:00","to":null,"timeZone":"Europe/Paris"},"audiences":["french"],
			"condition":null,"personalized":false,
			"texts":[{"placement":"web-hero","language":"en","main":true,"content":"Spring is here"}],
			"caps":[{"event":"display","each":true,"limit":3,"period":"week"}],"qualifiers":[],
			"attributes":{"margin":12}}],
			"pages":[{"key":"news","name":"News","kind":"acquisition","status":"published","language":"en",
			"texts":{"en":{"title":"Our news","privacyNotice":"https://shop.example/privacy"}},
			"blocks":[{"type":"field","about":"email"},{"type":"channel","about":"email","meaning":"in-or-out",
			"texts":{"en":{"label":"By e-mail"}}}],"theme":null,"colour":"#1f5d47",
			"validity":{"from":null,"to":null,"timeZone":"Europe/Paris"}}],
			"policies":[{"key":"only-fr","name":"Only in France","status":"enabled",
			"when":{"all":[{"fact":"action","operator":"is","value":"email-targeting"}]},
			"only":{"all":[{"fact":"country","operator":"is","value":"FR"}]}}]}""";

	private static final String SHAPE = "Each member is a list of things with a key: attributes, services, audiences, actions,"
			+ " images, themes, pages, policies, placements, qualifiers, offers, collections, strategies, decisions. They name"
			+ " each other by key, images by the hash of what they hold. status is draft, approved or archived of an offer,"
			+ " draft, live, complete or archived of a decision, draft, published, expired or unpublished of a page, draft,"
			+ " enabled, scheduled or disabled of a policy, open, closed or archived of a service, active or archived of the"
			+ " others; left out, the thing stays as it is and its content becomes the draft. draft holds what differs from"
			+ " what is approved, live, published or in force; next, of a page or policy, what takes over later. audiences are"
			+ " those of which any is needed; condition says it otherwise, and with neither everybody is meant. A criterion of"
			+ " a decision names a strategy instead of saying anything itself. A list of people travels without the people. A"
			+ " page takes over the sender that Settings name and the look of its theme where it is published. Under four eyes"
			+ " what is to go live waits as the draft until another publishes it; waits says so.";

	private final ConfigurationParts parts;

	private final ConfigurationDocument document;

	private final ApplyConfiguration apply;

	ConfigurationApi(ConfigurationParts parts, ConfigurationDocument document, ApplyConfiguration apply) {
		this.parts = parts;
		this.document = document;
		this.apply = apply;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "readConfiguration", summary = "What is configured, as one file",
			description = "Of the same store always the same bytes. " + SHAPE,
			responses = @ApiResponse(responseCode = "200", description = "The file, streaming",
					content = @Content(mediaType = "application/json", schema = @Schema(type = "object"),
							examples = @ExampleObject(FILE))))
	void read(
			@Schema(description = "The kinds that are wanted, separated by commas; all of them unless told.",
					example = "offers,decisions") @RequestParam(defaultValue = "") String kinds,
			HttpServletResponse response) throws IOException {
		Set<String> wanted = kinds(kinds);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		StreamedFile.send(response, "the configuration", (out) -> this.document.write(wanted, out));
	}

	private Set<String> kinds(String kinds) {
		Set<String> wanted = new TreeSet<>(kinds.isBlank() ? List.of() : List.of(kinds.strip().split("\\s*,\\s*")));
		wanted.stream().filter((kind) -> this.parts.find(kind).isEmpty()).findFirst().ifPresent((unknown) -> {
			throw ProblemException.of(HttpStatus.BAD_REQUEST,
					"kinds has what is none: there are " + this.parts.names() + ".");
		});
		return wanted;
	}

	@PutMapping(consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "putConfiguration", summary = "Makes or changes by key what the file names",
			description = "The rest stays as it is; all of it is taken or nothing. A second time the same file changes"
					+ " nothing. " + SHAPE,
			requestBody = @RequestBody(required = true, content = @Content(mediaType = "application/json",
					schema = @Schema(type = "object"), examples = @ExampleObject(FILE))))
	ApplyConfiguration.Result put(
			@Schema(description = "Only tells what would change.") @RequestParam(defaultValue = "false") boolean dryRun,
			@Schema(description = "Archives what the file does not name, of the kinds that it has; pages are taken"
					+ " back, and policies disabled; qualifiers that nothing carries are deleted, attributes and drafts of"
					+ " pages and policies stay.") @RequestParam(defaultValue = "false") boolean prune,
			Actor actor, HttpServletRequest request) throws IOException {
		if (!isJson(request.getContentType())) {
			throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
		}
		LocaleContextHolder.setLocale(Locale.UK);
		try (ConfigurationFile file = receive(request)) {
			return this.apply.apply(file, new ApplyConfiguration.Mode(dryRun, prune, null), actor);
		}
		catch (RefusedConfigurationException ex) {
			throw ProblemException.faulty(ex.refusals().stream().map(Refusal::fault).toList());
		}
	}

	private static ConfigurationFile receive(HttpServletRequest request) {
		try {
			return ConfigurationFile.of(request.getInputStream());
		}
		catch (SlowBodyException ex) {
			throw ProblemException.of(HttpStatus.REQUEST_TIMEOUT, SlowBodyException.DETAIL);
		}
		catch (IOException ex) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "The body did not arrive whole.");
		}
	}

	private static boolean isJson(String type) {
		try {
			return MediaType.parseMediaType(String.valueOf(type)).isCompatibleWith(MediaType.APPLICATION_JSON);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
