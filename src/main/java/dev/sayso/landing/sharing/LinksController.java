package dev.sayso.landing.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.UnsubscribeLinks;
import dev.sayso.person.ChannelsInUse;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Shows an operator a person's links to the pages, to copy and to look at, and renews
 * them.
 */
@ConsolePage
class LinksController {

	private final Profiles profiles;

	private final PublishedPages pages;

	private final PersonalLinks links;

	private final UnsubscribeLinks unsubscribeLinks;

	private final ChannelsInUse channels;

	private final Services services;

	private final LinkGenerations generations;

	LinksController(Profiles profiles, PublishedPages pages, PersonalLinks links, UnsubscribeLinks unsubscribeLinks,
			ChannelsInUse channels, Services services, LinkGenerations generations) {
		this.generations = generations;
		this.profiles = profiles;
		this.pages = pages;
		this.links = links;
		this.unsubscribeLinks = unsubscribeLinks;
		this.channels = channels;
		this.services = services;
	}

	/**
	 * @param service the key of the service that links to pages name which are about it;
	 * of none that is offered, the first
	 * @param stops what the headers of a message are to stop, as the ledger calls it;
	 * what is not offered shows none
	 */
	@GetMapping("/profiles/{id}/links")
	String list(@PathVariable String id, @RequestParam(defaultValue = "") String stops,
			@RequestParam(defaultValue = "") String service, Actor actor, Model model) {
		Profile profile = this.profiles.get(id);
		List<Service> servicesInUse = this.services.findAllByOrderByName()
			.stream()
			.filter((offered) -> !offered.isArchived())
			.toList();
		Optional<Service> named = servicesInUse.stream()
			.filter((offered) -> offered.slug().equals(service))
			.findFirst()
			.or(() -> servicesInUse.stream().findFirst());
		List<PublishedPage> linkable = this.pages.linkable()
			.stream()
			.filter((page) -> !page.lacksService() || named.isPresent())
			.toList();
		List<Row> rows = linkable.stream()
			.map((page) -> row(page,
					this.links.path(actor, profile.id(), page,
							page.lacksService() ? named.map(Service::slug).orElseThrow() : "")))
			.toList();
		model.addAttribute("person", profile.name());
		model.addAttribute("profile", profile.id());
		model.addAttribute("rows", rows);
		List<Channel> channelsInUse = this.channels.channelsInUse();
		Stream
			.concat(channelsInUse.stream().map((channel) -> Purpose.marketing(channel).key()),
					servicesInUse.stream().map(Service::purpose))
			.filter(stops::equals)
			.findFirst()
			.ifPresent((purpose) -> model.addAttribute("headers",
					this.unsubscribeLinks.show(actor, profile.id(), purpose).lines()));
		model.addAttribute("channels", channelsInUse);
		model.addAttribute("services", servicesInUse);
		model.addAttribute("stops", stops);
		model.addAttribute("named", named.map(Service::slug).orElse(""));
		model.addAttribute("renewal", this.generations.last(profile.id()).orElse(null));
		return "landing/sharing/links";
	}

	@PostMapping("/profiles/{id}/link-renewals")
	String renew(@PathVariable String id, @RequestParam(defaultValue = "false") boolean sure, Actor actor,
			RedirectAttributes redirect) {
		Profile profile = this.profiles.get(id);
		if (sure) {
			this.generations.renew(profile.id(), actor);
			Flash.done(redirect, "links.renewed.person", profile.name());
		}
		else {
			Flash.error(redirect, "links.renew.unsure");
		}
		return "redirect:/profiles/" + id + "/links";
	}

	private Row row(PublishedPage page, String path) {
		return new Row(page.slug(), page.name(), page.kind(), page.lacksService(), page.closed(), page.opensAt(),
				this.links.url(path), path);
	}

	/**
	 * A page and the person's link to it.
	 *
	 * @param lacksService whether the link names the service that the page is about
	 */
	record Row(String key, String name, PageKind of, boolean lacksService, boolean closed, @Nullable Instant opensAt,
			String url, String preview) {

		/** Message key of the page's kind. */
		public String kind() {
			return "landing.kind." + this.of.key();
		}

	}

}
