package dev.sayso.audience;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

@Component
@Order(15)
class AudienceSearch implements SearchProvider {

	private final Audiences audiences;

	AudienceSearch(Audiences audiences) {
		this.audiences = audiences;
	}

	@Override
	public String title() {
		return "nav.audiences";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String search = TextNormalizer.text(typed);
		return this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> TextNormalizer.text(audience.name()).contains(search)
					|| audience.slug().contains(search))
			.limit(limit)
			.map((audience) -> new Hit(audience.name(), audience.slug(), "/audiences/" + audience.slug(),
					"users-group"))
			.toList();
	}

}
