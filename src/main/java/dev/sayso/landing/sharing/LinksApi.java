package dev.sayso.landing.sharing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.UnsubscribeLinks;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException;

/**
 * Makes personal links over HTTP, and renews them.
 */
@RestController
@Tag(name = "Links", description = "Scope links.")
class LinksApi {

	private static final String GUESSED = "No public address is named, so this link carries the one that this request was"
			+ " sent to: name it in SAYSO_BASE_URL or in Settings, General.";

	private final ProfileLookup references;

	private final PublishedPages pages;

	private final Services services;

	private final PersonalLinks links;

	private final UnsubscribeLinks unsubscribeLinks;

	private final LinkGenerations generations;

	private final PublicAddress address;

	LinksApi(ProfileLookup references, PublishedPages pages, Services services, PersonalLinks links,
			UnsubscribeLinks unsubscribeLinks, LinkGenerations generations, PublicAddress address) {
		this.generations = generations;
		this.services = services;
		this.unsubscribeLinks = unsubscribeLinks;
		this.references = references;
		this.pages = pages;
		this.links = links;
		this.address = address;
	}

	@PostMapping(path = "/api/v1/profiles/{id}/links", consumes = MediaType.ALL_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createLink",
			summary = "Make somebody's personal link to a page, or one that unsubscribes in one click",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = LinkRequest.class))))
	@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
	ResponseEntity<LinkResponse> make(@PathVariable String id, HttpServletRequest request, Actor actor) {
		Profile profile = this.references.find(id);
		LinkRequest wanted = JsonBody.read(request, LinkRequest.class, LinkRequest::check);
		String message = (wanted.message() != null) ? wanted.message() : "";
		String warning = this.address.isNamed() ? null : GUESSED;
		if (wanted.unsubscribe() != null) {
			UnsubscribeLinks.UnsubscribeLink link = this.unsubscribeLinks.make(actor, profile.id(),
					purpose(wanted.unsubscribe()), message);
			return ResponseEntity.created(URI.create(link.url()))
				.body(new LinkResponse(link.url(), link.headers(), null, warning));
		}
		PublishedPage page = page(wanted.page());
		String url = this.links.make(actor, profile.id(), page, service(page, wanted.service()), message);
		return ResponseEntity.created(URI.create(url)).body(new LinkResponse(url, null, page.opensAt(), warning));
	}

	@PostMapping("/api/v1/profiles/{id}/link-renewals")
	@Operation(operationId = "renewLinks",
			summary = "Renew somebody's personal links: those made before only stop contact from now on")
	@ApiResponse(responseCode = "204", description = "Renewed")
	ResponseEntity<Void> renew(@PathVariable String id, Actor actor) {
		this.generations.renew(this.references.find(id).id(), actor);
		return ResponseEntity.noContent().build();
	}

	private PublishedPage page(@Nullable String slug) {
		return this.pages.linkable()
			.stream()
			.filter((page) -> page.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> faulty("/page", "is not a page to which links lead"));
	}

	/** The service that the link names; empty for a page that needs none. */
	private String service(PublishedPage page, @Nullable String service) {
		if (!page.lacksService()) {
			if (service != null) {
				throw faulty("/service", "is not for this page, which is not about the service that its link names");
			}
			return "";
		}
		if (service == null) {
			throw faulty("/service", "is missing: this page is about the service that its link names");
		}
		return this.services.findBySlug(service)
			.map(Service::slug)
			.orElseThrow(() -> faulty("/service", "is not a service"));
	}

	private String purpose(Unsubscribe unsubscribe) {
		if (unsubscribe.service() != null) {
			return this.services.findBySlug(unsubscribe.service())
				.map(Service::purpose)
				.orElseThrow(() -> faulty("/unsubscribe/service", "is not a service"));
		}
		return Channel.of(String.valueOf(unsubscribe.channel()))
			.map((channel) -> Purpose.marketing(channel).key())
			.orElseThrow(() -> faulty("/unsubscribe/channel", "is not a channel"));
	}

	private static ProblemException faulty(String pointer, String detail) {
		return ProblemException.faulty(List.of(new ProblemException.Fault(pointer, detail)));
	}

	/** Where the link leads: to a page, or to what it unsubscribes from. */
	@Schema(name = "LinkWanted")
	record LinkRequest(@Schema(description = "The key of a page; either this or unsubscribe.") @Nullable String page,
			@Schema(description = "The key of a service, for a page that is about the service that its link names.") @Nullable String service,
			@Nullable Unsubscribe unsubscribe,
			@Schema(description = "The sender's own id of the message that carries the link; stands in the evidence.") @PlainText @Size(
					max = 200, message = "is longer than 200 characters") @Nullable String message) {

		private List<ProblemException.Fault> check() {
			List<ProblemException.Fault> faults = new ArrayList<>();
			either("/page", this.page, "/unsubscribe", this.unsubscribe, faults);
			if (this.unsubscribe != null && this.service != null) {
				faults.add(new ProblemException.Fault("/service", "does not go with /unsubscribe"));
			}
			if (this.unsubscribe != null) {
				either("/unsubscribe/channel", this.unsubscribe.channel(), "/unsubscribe/service",
						this.unsubscribe.service(), faults);
			}
			return faults;
		}

		private static void either(String pointer, @Nullable Object one, String otherPointer, @Nullable Object other,
				List<ProblemException.Fault> faults) {
			if (one == null && other == null) {
				faults.add(new ProblemException.Fault(pointer, "is missing"));
			}
			if (one != null && other != null) {
				faults.add(new ProblemException.Fault(otherPointer, "does not go with " + pointer));
			}
		}

	}

	/** What the link stops, as narrowly as it can: a service, or a channel. */
	record Unsubscribe(@Nullable String channel, @Nullable String service) {

	}

	/** The link. */
	@Schema(name = "Link")
	record LinkResponse(String url, @Schema(
			description = "Only of a link that unsubscribes: the headers of the message that carries it.") @Nullable Map<String, String> headers,
			@Schema(description = "Only where the page is not open yet.") @Nullable Instant opensAt,
			@Schema(description = "Only where nobody named the public address: this request's own was taken.") @Nullable String warning) {

	}

}
