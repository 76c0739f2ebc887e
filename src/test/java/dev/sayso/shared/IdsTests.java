package dev.sayso.shared;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTests {

	@Test
	void whatIsMadeLaterSortsBehindAlsoWithinAMillisecond() {
		List<UUID> ids = Stream.generate(Ids::next).limit(20_000).toList();
		assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
		assertThat(ids).allSatisfy((id) -> {
			assertThat(id.version()).isEqualTo(7);
			assertThat(id.variant()).isEqualTo(2);
		});
	}

}
