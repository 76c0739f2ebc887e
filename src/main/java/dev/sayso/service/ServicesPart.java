package dev.sayso.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.service.ServiceBody.Often;
import dev.sayso.service.ServiceBody.Validity;
import dev.sayso.service.ServiceBody.Words;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The services in the configuration file, without those who are subscribed.
 */
@Component
@Order(15)
class ServicesPart implements ConfigurationPart<ServicesPart.ServiceItem> {

	private final Services services;

	private final ServiceManagement management;

	private final Clock clock;

	ServicesPart(Services services, ServiceManagement management, Clock clock) {
		this.services = services;
		this.management = management;
		this.clock = clock;
	}

	/**
	 * A service as the file has it, which is as the API has it but for its status.
	 *
	 * @param status {@code open}, {@code closed} or {@code archived}; null for as it is
	 * @param channel given once
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ServiceItem(@Nullable String key, @Nullable String name,
			@Size(max = 2000, message = "is longer than 2000 characters") @Nullable String description,
			@Nullable String status, @Nullable String channel, @Valid @Nullable Validity validity,
			@Nullable Map<String, @Valid Words> texts, @Nullable String confirmation,
			@Size(max = 10, message = "has more than 10 items") @Nullable List<@Valid @NotNull(
					message = "is not an object") Often> frequencies)
			implements
				Item {

		static ServiceItem of(Service service) {
			ServiceBody body = ServiceBody.of(service);
			return new ServiceItem(body.key(), body.name(), body.description(),
					service.state().name().toLowerCase(Locale.ROOT), body.channel(), body.validity(), body.texts(),
					body.confirmation(), body.frequencies());
		}

		ServiceBody body(String meant) {
			return new ServiceBody(null, String.valueOf(this.key), String.valueOf(this.name), this.description,
					String.valueOf(this.channel), meant.equals("closed") ? meant : "open", this.validity, this.texts,
					this.confirmation, this.frequencies);
		}

		ServiceItem with(String changed) {
			return new ServiceItem(this.key, this.name, this.description, changed, this.channel, this.validity,
					this.texts, this.confirmation, this.frequencies);
		}

	}

	@Override
	public String kind() {
		return "services";
	}

	@Override
	public boolean definesFacts() {
		return true;
	}

	@Override
	public Class<ServiceItem> type() {
		return ServiceItem.class;
	}

	@Override
	public Stream<ServiceItem> items() {
		return this.services.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Service::slug))
			.map(ServiceItem::of);
	}

	@Override
	public Optional<ServiceItem> find(String key) {
		return this.services.findBySlug(key).map(ServiceItem::of);
	}

	@Override
	public List<Fault> faults(ServiceItem written) {
		List<Fault> faults = new ArrayList<>(Item.faults(written.key(), written.name()));
		if (written.status() != null && !Set.of("open", "closed", "archived").contains(written.status())) {
			faults.add(new Fault("/status", UNKNOWN));
		}
		if (written.channel() == null) {
			faults.add(new Fault("/channel", MISSING));
		}
		if (written.confirmation() != null && !Set.of("none", "default", "own").contains(written.confirmation())) {
			faults.add(new Fault("/confirmation", UNKNOWN));
		}
		faults.addAll(written.body("open").faults());
		return faults;
	}

	@Override
	public ServiceItem apply(ServiceItem written, @Nullable ServiceItem before, Actor by) {
		String status = (written.status() != null) ? written.status()
				: Objects.requireNonNullElse((before != null) ? before.status() : null, "open");
		ServiceContent content = written.body(status).content();
		Channel channel = Channel.of(Objects.requireNonNull(written.channel())).orElseThrow();
		String key = Objects.requireNonNull(written.key());
		ServiceItem meant = ServiceItem.of(Service.create(key, channel, content, this.clock.instant(), by.name()))
			.with(status);
		if (meant.equals(before)) {
			return before;
		}
		if (before != null && !channel.key().equals(before.channel())) {
			throw ProblemException.faulty(List.of(new Fault("/channel", "is given once and does not change")));
		}
		Service saved = this.services.findBySlug(key)
			.map((service) -> this.management.edit(service.id(), Objects.requireNonNull(service.version()), content,
					by))
			.orElseGet(() -> this.management.create(key, channel, content, by));
		try {
			return ServiceItem.of(this.management.archive(saved, status.equals("archived"), by));
		}
		catch (ServiceManagement.InUseException ex) {
			throw ProblemException.faulty(List.of(new Fault("/status", "is still used")));
		}
	}

	/** One that something uses is not archived, as it is nowhere else. */
	@Override
	public boolean prune(ServiceItem unnamed, Actor by) {
		Service service = this.services.findBySlug(Objects.requireNonNull(unnamed.key())).orElseThrow();
		try {
			return !service.isArchived() && this.management.archive(service, true, by).isArchived();
		}
		catch (ServiceManagement.InUseException ex) {
			return false;
		}
	}

}
