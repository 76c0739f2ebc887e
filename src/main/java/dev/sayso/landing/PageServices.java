package dev.sayso.landing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import dev.sayso.service.Service;
import dev.sayso.service.Services;

/**
 * The services as pages show them: at most a second old.
 */
@Component
public class PageServices {

	private final Services services;

	private final LoadingCache<Boolean, Map<String, Service>> all;

	PageServices(Services services) {
		this.services = services;
		this.all = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofSeconds(1))
			.build((all) -> services.findAllByOrderByName()
				.stream()
				.collect(Collectors.toMap(Service::slug, Function.identity())));
	}

	/** One that is newer than what is remembered is looked up by itself. */
	public Optional<Service> find(String key) {
		return Optional.ofNullable(this.all.get(true).get(key)).or(() -> this.services.findBySlug(key));
	}

}
