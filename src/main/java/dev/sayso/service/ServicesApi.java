package dev.sayso.service;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.shared.Actor;
import dev.sayso.mail.MailSetup;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Slug;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * The services over HTTP.
 */
@RestController
@RequestMapping(path = "/api/v1/services", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Services", description = "Scope profiles.")
class ServicesApi {

	private final Services services;

	private final ServiceManagement management;

	private final MailSetup mails;

	ServicesApi(Services services, ServiceManagement management, MailSetup mails) {
		this.mails = mails;
		this.services = services;
		this.management = management;
	}

	@GetMapping
	@Operation(operationId = "listServices", summary = "What people can subscribe to, by key")
	ApiCursor.Page<ServiceBody> list(@RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int most = ApiCursor.limit(limit);
		String after = ApiCursor.position(cursor,
				(position) -> Optional.of(position).filter(Slug::isSlug).orElseThrow());
		List<Service> found = this.services.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Service::slug))
			.filter((service) -> after == null || service.slug().compareTo(after) > 0)
			.limit(most + 1L)
			.toList();
		return ApiCursor.page(found, most, Service::slug, ServiceBody::of);
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readService", summary = "One service")
	ServiceBody one(@PathVariable String id) {
		return ServiceBody.of(this.services.get(id));
	}

	@PostMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "createService", summary = "Create a service",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = ServiceBody.class))),
			responses = { @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true),
					@ApiResponse(responseCode = "409", description = "duplicate-key: another service has this key",
							content = @Content) })
	ResponseEntity<ServiceBody> create(HttpServletRequest request, Actor actor) {
		ServiceBody body = JsonBody.read(request, ServiceBody.class, ServiceBody::faults);
		if (body.content().words().confirmation() != ServiceWords.Confirmation.NONE && !this.mails.canSend()) {
			throw ProblemException
				.faulty(List.of(new ProblemException.Fault("/confirmation", "promises a mail, and none can be sent")));
		}
		try {
			Service created = this.management.create(body.key(), Channel.of(body.channel()).orElseThrow(),
					body.content(), actor);
			return ResponseEntity.created(URI.create("/api/v1/services/" + created.slug()))
				.body(ServiceBody.of(created));
		}
		catch (DuplicateKeyException ex) {
			throw ProblemException.conflict("duplicate-key", "Another service has this key.",
					List.of(new ProblemException.Fault("/key", "is taken")), Map.of());
		}
	}

}
