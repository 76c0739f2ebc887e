package dev.sayso.landing;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * Makes personal links over HTTP.
 */
@RestController
@Tag(name = "Links", description = "Scope links.")
class LinksApi {

	private static final String GUESSED = "No public address is named, so this link carries the one that this request was"
			+ " sent to: name it in SAYSO_BASE_URL or in Settings, General.";

	private final ProfileLookup references;

	private final PublishedPages pages;

	private final PersonalLinks links;

	private final PublicAddress address;

	LinksApi(ProfileLookup references, PublishedPages pages, PersonalLinks links, PublicAddress address) {
		this.references = references;
		this.pages = pages;
		this.links = links;
		this.address = address;
	}

	@PostMapping(path = "/api/v1/profiles/{id}/links", consumes = MediaType.ALL_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createLink", summary = "Make somebody's personal link to a page",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = LinkRequest.class))))
	@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
	ResponseEntity<LinkResponse> make(@PathVariable String id, HttpServletRequest request, Actor actor) {
		Profile profile = this.references.find(id);
		PublishedPage page = page(JsonBody.read(request, LinkRequest.class).page());
		String url = this.links.make(actor, profile.id(), page);
		return ResponseEntity.created(URI.create(url))
			.body(new LinkResponse(url, page.opensAt(), this.address.isNamed() ? null : GUESSED));
	}

	private PublishedPage page(String slug) {
		return this.pages.linkable()
			.stream()
			.filter((page) -> page.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> ProblemException
				.faulty(List.of(new ProblemException.Fault("/page", "is not a page to which links lead"))));
	}

	/** Which page the link is to. */
	@Schema(name = "LinkWanted")
	record LinkRequest(@NotNull(message = "is missing") String page) {

	}

	/** The link. */
	@Schema(name = "Link")
	record LinkResponse(String url,
			@Schema(description = "Only where the page is not open yet.") @Nullable Instant opensAt,
			@Schema(description = "Only where nobody named the public address: this request's own was taken.") @Nullable String warning) {

	}

}
