package dev.sayso.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * One fact of each type, about nobody.
 */
class SampleFacts implements FactSource {

	@Override
	public Stream<Fact> facts() {
		return Arrays.stream(FactType.values())
			.map((type) -> Fact.of(type.key(), type, new DefaultMessageSourceResolvable(type.key()), String.class,
					(nobody) -> null, FactSql.column(FactColumn.of("p." + type.name().toLowerCase(Locale.ROOT)))));
	}

	@Override
	public String title() {
		return "samples";
	}

	static ConditionCompiler compiler() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("samples", new SampleFacts());
		return new ConditionCompiler(new FactRegistry(beans.getBeanProvider(FactSource.class)));
	}

	static List<Fact> all() {
		return new SampleFacts().facts().toList();
	}

}
